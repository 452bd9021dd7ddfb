"""Who works at this computer."""

import os
import sys


def login_name() -> str:
    """The user that this process runs for, by the name to log in with, for the journal.

    Asked of the system, not of variables such as USER, which anybody can set. Never raises: a
    user without a name gives the number, and a system that tells neither gives "".
    """
    if sys.platform == "win32":
        try:
            return os.getlogin()
        except OSError:
            return ""
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except (KeyError, OSError):
        return str(os.getuid())
