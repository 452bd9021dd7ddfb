"""Naklank: the doctor's spoken summary, typed on the computer itself, to take home."""

__version__ = "0.1.0"

RELEASED = "2026-11-20"
"""The day of this version: a clock that stands before it is wrong."""
