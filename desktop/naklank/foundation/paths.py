"""Where things lie: the app's data, its models, its log and what ships with it."""

import os
import sys
from pathlib import Path
from typing import Final

HOME_VARIABLE: Final = "NAKLANK_HOME"

_PACKAGE: Final = Path(__file__).resolve().parents[1]


def data_folder() -> Path:
    """The folder of all data of the app: `NAKLANK_HOME`, else the system's local data folder.

    Local and never roaming: a Windows roaming profile is copied to a server at log-off.
    """
    if chosen := os.environ.get(HOME_VARIABLE):
        # Path.expanduser raises for a user that does not exist; this one leaves the name as it is.
        return Path(os.path.expanduser(chosen)).absolute()  # noqa: PTH111
    from platformdirs import user_data_path

    return user_data_path("Naklank", appauthor=False, roaming=False)


def models_folder() -> Path:
    return data_folder() / "models"


def log_file() -> Path:
    return data_folder() / "log" / "naklank.log"


def policy_file(platform: str = sys.platform) -> Path:
    """The settings that whoever manages this computer locks for all its users."""
    if platform == "win32":
        folder = Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData"), "Naklank")
    elif platform == "darwin":
        folder = Path("/Library/Application Support/Naklank")
    else:
        folder = Path("/etc/naklank")
    return folder / "policy.json"


def resource(name: str) -> Path:
    """The file or folder `name` of `resources/`, in the checkout and in the installed app alike."""
    for root in (_PACKAGE / "resources", _PACKAGE.parents[1] / "resources"):
        if root.is_dir():
            return root / name
    raise FileNotFoundError(name)
