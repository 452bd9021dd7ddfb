"""Naklank: the doctor's spoken summary, typed on the computer itself, to take home."""

__version__ = "0.1.0"
