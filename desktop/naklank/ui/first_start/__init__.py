"""The first start: a few questions, and everything can wait."""
