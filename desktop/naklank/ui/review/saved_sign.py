"""That the sound is safe, before anything is made of it."""

from PySide6.QtWidgets import QLabel, QWidget

from naklank.core.recording import Cause, Recording
from naklank.sentences.words import clock_text
from naklank.translation import tr
from naklank.ui.theme import font, set_ink


class SavedSign(QLabel):
    """Green, with its sign and the length; amber where the disk gives not all of it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font(18, bold=True))
        self.setWordWrap(True)

    def set_recording(self, recording: Recording) -> None:
        """The recorder has read it back and compared before it hands it over."""
        is_whole = all(gap.cause is not Cause.DAMAGED for gap in recording.gaps)
        text = (
            tr("✓ The sound is kept ({time})")
            if is_whole
            else tr("! Part of the sound is kept ({time})")
        )
        self.setText(text.format(time=clock_text(recording.seconds)))
        set_ink(self, "green" if is_whole else "amber_ink")
