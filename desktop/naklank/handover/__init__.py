"""The text and the sound as what goes home."""
