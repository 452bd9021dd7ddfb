"""The header: where one is in the four steps, and who speaks."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from naklank.translation import tr
from naklank.ui.parts.key_button import KeyButton, Kind
from naklank.ui.parts.pressable import Pressable
from naklank.ui.parts.signs import Mark, paint_mark
from naklank.ui.theme import TARGET, colour, font, paint_ring, scaled

HEIGHT = 66
ROOM_FOR_NAMES = 260
BETWEEN = " · "
"""Between doctor and practice."""


class StepsBar(QFrame):
    """Naklank's name, four steps, doctor and practice, verifying, settings and help."""

    step_chosen = Signal(int)
    """A step that is reachable and not the current one, from 0."""
    settings_asked = Signal()
    verify_asked = Signal()
    help_asked = Signal()
    keys_asked = Signal()
    withdraw_asked = Signal()
    """Somebody takes their yes back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(max(HEIGHT, scaled(HEIGHT)))
        self._brand = QLabel("Naklank")
        self._brand.setObjectName("brand")
        self._steps = [_Step(self) for _ in range(4)]
        self._who = _Elided(self)
        self._settings = KeyButton(kind=Kind.QUIET)
        self._settings.clicked.connect(self.settings_asked)
        self.verify = KeyButton(kind=Kind.QUIET)
        self.verify.clicked.connect(self.verify_asked)
        # Its key stands in its tip: on the button it would take the room of the steps.
        self.help = KeyButton(kind=Kind.QUIET)
        self.help.clicked.connect(self.help_asked)
        self._help_key = QShortcut(QKeySequence("F1"), self)
        self._help_key.activated.connect(self.help.click)
        self._keys_key = QShortcut(QKeySequence("F3"), self)
        self._keys_key.activated.connect(self.keys_asked)
        self.withdraw = KeyButton(kind=Kind.QUIET)
        self.withdraw.clicked.connect(self.withdraw_asked)
        room = self.withdraw.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.withdraw.setSizePolicy(room)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 12, 0)
        row.setSpacing(2)
        row.addWidget(self._brand)
        row.addSpacing(12)
        for at, step in enumerate(self._steps):
            step.clicked.connect(lambda _=False, at=at: self.step_chosen.emit(at))
            row.addWidget(step)
        row.addSpacing(10)
        row.addStretch(1)
        row.addWidget(self._who, 100)  # it alone has use for more room
        row.addWidget(self.withdraw)
        row.addWidget(self.verify)
        row.addWidget(self._settings)
        row.addWidget(self.help)
        self._put_words()
        self.set_steps(0)
        self.set_withdrawable(False)

    def set_steps(
        self, current: int, reachable: Collection[int] = (), skipped: Collection[int] = ()
    ) -> None:
        """Which step one is at, and which can be opened by a click.

        All before it are done, but for the `skipped`.
        """
        for at, step in enumerate(self._steps):
            step.set_state(
                current=at == current,
                done=at < current and at not in skipped,
                reachable=at in reachable and at != current,
            )

    def set_who(self, doctor: str, practice: str) -> None:
        """Who speaks; either may be empty."""
        self._who.set_text(BETWEEN.join(filter(None, (doctor, practice))))

    def set_withdrawable(self, possible: bool) -> None:  # noqa: FBT001 - one flag
        """Whether there is a yes that can be taken back; its room stays."""
        self.withdraw.setVisible(possible)

    def minimumSizeHint(self) -> QSize:
        """Without what goes where there is no room for it."""
        going = (part for part in (self._brand, self.verify) if not part.isHidden())
        gone = sum(part.minimumSizeHint().width() for part in going)
        return super().minimumSizeHint() - QSize(gone, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def event(self, event: QEvent) -> bool:
        """Other words need other room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._give_way()
        return super().event(event)

    def _give_way(self) -> None:
        """Where the text is enlarged and the window small, the name gives way to the steps."""
        parts = (self._brand, *self._steps, self.withdraw, self._settings, self.help)
        needed = sum(part.sizeHint().width() for part in parts) + scaled(110)
        self._brand.setVisible(needed <= self.width())
        self._who.setVisible(needed <= self.width())
        # The help and the settings open it too, so it gives way before who speaks does.
        beside = self.verify.sizeHint().width() + self._who.sizeHint().width()
        self.verify.setVisible(needed + beside <= self.width())

    def _put_words(self) -> None:
        names = (tr("Agreeing"), tr("Speaking"), tr("Checking"), tr("Handing over"))
        for step, name in zip(self._steps, names, strict=True):
            step.set_name(name)
        self.withdraw.setText(tr("Withdraw"))
        self.withdraw.setAccessibleName(tr("Take the agreement back and delete all"))
        self.withdraw.setToolTip(tr("Take the agreement back and delete all"))
        self.verify.setText(tr("Verify"))
        self.verify.setToolTip(tr("Is this file unchanged, and from us?"))
        self._settings.setText(tr("Settings"))
        self.help.setText(tr("Help"))
        self.help.setToolTip(tr("Key: F1. F3 shows the keys of this page."))
        self._help_key.setWhatsThis(tr("Help"))
        self._keys_key.setWhatsThis(tr("Keys of this page"))
        self.help.setAccessibleDescription(self.help.toolTip())


class _Step(Pressable):
    """A pill: filled where one is, with a check where one has been."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumSize(0, 0)  # its words decide, and they are never cut off
        self._name = ""
        self._current = self._done = False

    def set_name(self, name: str) -> None:
        self._name = name
        self.updateGeometry()
        self._describe()

    def set_state(self, *, current: bool, done: bool, reachable: bool) -> None:
        self._current, self._done = current, done
        self.setEnabled(reachable)
        pointing = Qt.CursorShape.PointingHandCursor if reachable else Qt.CursorShape.ArrowCursor
        self.setCursor(pointing)
        self._describe()
        self.update()

    def _describe(self) -> None:
        states = {self._current: tr("{step}, you are here"), self._done: tr("{step}, done")}
        self.setAccessibleName(states.get(True, "{step}").format(step=self._name))

    def sizeHint(self) -> QSize:
        # Room for bold letters and the check always: nothing moves from step to step.
        words = QFontMetricsF(font(bold=True)).horizontalAdvance(self._name)
        return QSize(round(words) + scaled(20) + scaled(20), max(TARGET, scaled(TARGET)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() - QSize(scaled(14), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(self.rect()).adjusted(0, 3, 0, -3)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._current or (self.underMouse() and self.isEnabled()):
            painter.setBrush(colour("accent" if self._current else "accent_tint"))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        ink = "on_accent" if self._current else "green" if self._done else "muted"
        painter.setFont(font(bold=self._current))
        painter.setPen(colour(ink))
        words = QFontMetricsF(painter.font()).horizontalAdvance(self._name)
        sign = scaled(20) if self._done else 0
        left = (self.width() - words - sign) / 2
        if self._done:
            side = scaled(13)
            box = QRectF(left, pill.center().y() - side / 2, side, side)
            paint_mark(painter, Mark.CHECK, box, colour(ink))
        place = QRectF(left + sign, 0, words + 2, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._name)
        if self.is_reached:
            paint_ring(painter, QRectF(self.rect()), TARGET / 2)


class _Elided(QLabel):
    """One line, where there is no room without the practice, or ending in "…".

    Its whole text is in the tip.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(0, 0, 12, 0)  # no word of the button beside it
        self._whole = ""

    def set_text(self, text: str) -> None:
        self._whole = text
        self.updateGeometry()
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def sizeHint(self) -> QSize:
        # The same for every name: the steps beside it must not move.
        return QSize(scaled(ROOM_FOR_NAMES), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        fits = metrics.horizontalAdvance(self._whole) <= room
        text = self._whole if fits else self._whole.split(BETWEEN)[0]
        self.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
