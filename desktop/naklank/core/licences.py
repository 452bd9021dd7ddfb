"""The work of others that ships with the app, and under which terms."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LicenceText:
    """A text as its author wrote it."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Component:
    """A package, a library inside one, weights or a word list."""

    name: str
    version: str
    """Of a package; empty for what lies inside one."""
    inside: str
    """The package that carries it, with its version; empty for a package itself."""
    licence: str
    """An SPDX expression."""
    copyright: str
    """Empty where the texts tell it."""
    home: str
    """Where its source is."""
    note: str
    """What its licence asks for beyond being shown; mostly empty."""
    texts: tuple[LicenceText, ...]
