"""What is a word of a language: Hunspell with its dictionary, which knows Dutch compounds."""

from functools import cache
from typing import Final, Protocol

from naklank.core.transcript import Language
from naklank.foundation.paths import resource

_DUTCH: Final = "words/spelling"
"""Dictionary and rules of OpenTaal; the English ones lie in the library."""


class _Speller(Protocol):
    def spell(self, word: str) -> bool: ...


class Dictionary:
    """The words of one language."""

    def __init__(self, speller: _Speller) -> None:
        self._speller = speller

    def is_word(self, text: str) -> bool:
        """Whether it is spelled as a word, with a capital or without."""
        other = text.capitalize() if text.islower() else text.lower()
        return self._spell(text) or self._spell(other)

    def _spell(self, text: str) -> bool:
        try:
            return self._speller.spell(text)
        except UnicodeEncodeError:  # half a character
            return False


@cache
def load_dictionary(language: Language) -> Dictionary:
    """The first time it takes a tenth of a second, and other threads wait for it too."""
    from hunspell import Hunspell

    # Else the letters of a user's name in the path depend on the code page of Windows.
    encoding = "utf-8"
    if language == "nl":
        folder = str(resource(_DUTCH))
        return Dictionary(Hunspell("nl", hunspell_data_dir=folder, system_encoding=encoding))
    return Dictionary(Hunspell("en_US", system_encoding=encoding))
