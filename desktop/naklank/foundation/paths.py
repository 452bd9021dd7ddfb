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
    """Where this user's own models lie; it may not be there yet."""
    return data_folder() / "models"


def app_folder() -> Path | None:
    """The folder that the frozen app is run from; None for an app that is not frozen."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else None


def shared_models_folders(platform: str = sys.platform) -> tuple[Path, ...]:
    """Where whoever manages this computer lays models for all its users: read, never written.

    The first is the computer's own, the last one may lie beside the frozen app.
    """
    if platform in ("win32", "darwin"):
        ours = [machine_folder(platform)]
    else:
        ours = [Path("/usr/local/share/naklank"), Path("/usr/share/naklank")]
    app = app_folder()
    return tuple(folder / "models" for folder in [*ours, *([app] if app else [])])


def pack_folders() -> tuple[Path, ...]:
    """Where a model pack may lie that came along with the frozen app: in its folder or beside it.

    On macOS the folder is deep inside the bundle, and what came along lies beside that.
    """
    app = app_folder()
    if app is None:
        return ()
    bundles = [folder.parent for folder in app.parents if folder.suffix == ".app"]
    return (*bundles[:1],) if bundles else (app, app.parent)


def log_file() -> Path:
    """Where the log without words is written; it may not be there yet."""
    return data_folder() / "log" / "naklank.log"


def policy_file(platform: str = sys.platform) -> Path:
    """The settings that whoever manages this computer locks for all its users."""
    return machine_folder(platform) / "policy.json"


def machine_folder(platform: str = sys.platform) -> Path:
    """What whoever manages this computer sets for all its users."""
    if platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData"), "Naklank")
    if platform == "darwin":
        return Path("/Library/Application Support/Naklank")
    return Path("/etc/naklank")


def resource(name: str) -> Path:
    """The file or folder `name` of `resources/`, in the checkout and in the installed app alike."""
    for root in (_PACKAGE / "resources", _PACKAGE.parents[1] / "resources"):
        if root.is_dir():
            return root / name
    raise FileNotFoundError(name)
