"""The windows beside the four steps."""
