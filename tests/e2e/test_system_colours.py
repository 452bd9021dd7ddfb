"""The desktop tells over its bus that it is dark now, or in high contrast: the app changes."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from threading import Timer

import pytest
from jeepney import DBusAddress, new_signal
from jeepney.io.blocking import open_dbus_connection

from naklank.ui.colours import HIGH_DARK, HIGH_LIGHT, LIGHT
from support.desktop_session import session_bus
from support.screen import Screen

SETTINGS = DBusAddress(
    "/org/freedesktop/portal/desktop", interface="org.freedesktop.portal.Settings"
)
APP = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from naklank.ui.theme import colours, follow_system

class Teller(QObject):
    told = ""
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.ApplicationPaletteChange and colours().ground != self.told:
            self.told = colours().ground
            print(self.told, flush=True)
        return False

app = QApplication([])
teller = Teller()
app.installEventFilter(teller)
follow_system(app)
sys.exit(app.exec())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the bus is the Linux desktop's")
def test_the_app_follows_the_desktop_while_it_runs() -> None:
    with Screen() as screen, session_bus() as bus, closing(open_dbus_connection(bus)) as desktop:
        environment = {
            **screen.environment(),
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "XDG_CURRENT_DESKTOP": "GNOME",
        }
        with subprocess.Popen(
            [sys.executable, "-c", APP], env=environment, stdout=subprocess.PIPE, encoding="utf-8"
        ) as app:
            assert app.stdout is not None
            patience = Timer(20.0, app.kill)  # a line that does not come ends as an empty one
            patience.start()
            try:
                assert app.stdout.readline().strip() == LIGHT.ground
                for key, look in (("contrast", HIGH_LIGHT), ("color-scheme", HIGH_DARK)):
                    changed = ("org.freedesktop.appearance", key, ("u", 1))
                    desktop.send(new_signal(SETTINGS, "SettingChanged", "ssv", changed))
                    assert app.stdout.readline().strip() == look.ground
            finally:
                patience.cancel()
                patience.join()
                app.kill()
