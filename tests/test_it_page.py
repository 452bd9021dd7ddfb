"""What the page for IT says is so: its paths, its switches, its commands."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

import platformdirs
import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

from naklank import app
from naklank.assembly import installation
from naklank.cli import main as cli
from naklank.core.transcript import LANGUAGES, Language
from naklank.foundation import paths
from naklank.storage import keyring_keys, session_folders, voice_store
from naklank.storage.policy import REGISTRY
from naklank.workflow import one_window
from support.it_page import data_files, named, naming

ROOT = Path(__file__).resolve().parents[1]
INSTALLER = (ROOT / "packaging/windows/naklank.iss").read_text("utf-8")

USER = {
    "win32": (Windows, r"%LOCALAPPDATA%\Naklank"),
    "darwin": (MacOS, "~/Library/Application Support/Naklank"),
    "linux": (Unix, "~/.local/share/Naklank"),
}


@pytest.mark.parametrize("system", USER)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_folder_and_the_policy_are_where_the_page_says(
    system: str, language: Language, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kind, folder = USER[system]
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PROGRAMDATA", "%ProgramData%")
    # What Windows answers; a roaming folder would not be known.
    folders = {"CSIDL_LOCAL_APPDATA": "%LOCALAPPDATA%"}
    monkeypatch.setattr("platformdirs.windows.get_win_folder", folders.__getitem__)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(platformdirs, "PlatformDirs", kind)

    said = named(language)

    assert as_written(paths.data_folder(), tmp_path, system) == folder
    assert folder in said
    assert as_written(paths.policy_file(system), tmp_path, system) in said


def as_written(path: PurePath, home: Path, system: str) -> str:
    """As people of that system write it, below their home."""
    text = str(path).replace(str(home), "~")
    return text.replace("/", "\\") if system == "win32" else text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_of_the_data_folder_is_one_that_the_code_makes(language: Language) -> None:
    data = paths.data_folder()
    made = {
        str(paths.log_file().relative_to(data)),
        str(installation.journal_file().relative_to(data)),
        f"{paths.models_folder().name}/base",
        f"sessions/0a/{session_folders.SESSION}",
        f"sessions/0a/{session_folders._DELETED}",
        "sessions/0a/take-1.naklank",
        "voices/0a.voice",
        f"voices/{voice_store._SCRATCH}",
        "keys/journal.key",
        "settings.json",
        "folders.json",
        "installation",
        "journal.head",
        "seal.naklank",
        "naklank.lock",
        "window",
        one_window._BELL,
    }
    names = data_files(language)
    assert {naming(file, names) for file in made} == names
    sources = "".join(
        Path(str(module.__file__)).read_text("utf-8")
        for module in (app, installation, one_window, voice_store)
    )
    for word in (
        '"folders.json"',
        '"installation"',
        '"naklank.lock"',
        '"window"',
        '"voices"',
        '.voice"',
    ):
        assert word in sources


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_registry_and_policy_are_called_so(language: Language) -> None:
    said = named(language)
    assert rf"HKEY_LOCAL_MACHINE\{REGISTRY}" in said
    assert keyring_keys.SERVICE in said
    assert paths.HOME_VARIABLE in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_switches_are_those_of_the_installer(language: Language) -> None:
    said = named(language)
    assert "PrivilegesRequiredOverridesAllowed=commandline dialog" in INSTALLER  # both of these
    assert {"/CURRENTUSER", "/ALLUSERS"} < said
    assert "'/DELETEDATA'" in INSTALLER
    assert "/DELETEDATA" in said
    for name in ("nl", "en"):
        assert f'Name: "{name}"; MessagesFile' in INSTALLER
        assert f"/LANG={name}" in said
    outputs = re.findall(r"OutputBaseFilename=(.+)", INSTALLER)
    assert [one.replace("{#Version}", "…") + ".exe" for one in outputs] == [
        "naklank-…-windows-x64-setup.exe"
    ]
    assert "naklank-…-windows-x64-setup.exe" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_is_one_that_naklank_knows(language: Language) -> None:
    commands = [one for one in named(language) if re.match("naklank [a-z]", one)]
    assert len(commands) > 3
    for command in commands:
        assert cli._parser().parse_args(command.split()[1:]).run


@pytest.mark.parametrize("page", ["it", "dpia", "purpose"])
def test_both_languages_have_the_same_parts_and_lead_nowhere(page: str) -> None:
    dutch, english = (
        paths.resource(f"help/{page}.{language}.md").read_text("utf-8") for language in LANGUAGES
    )
    assert [_shape(line) for line in dutch.splitlines()] == [
        _shape(line) for line in english.splitlines()
    ]
    for text in (dutch, english):
        assert "://" not in text
        assert "](" not in text


def _shape(line: str) -> tuple[str, int]:
    """How a line begins, and into how many cells it falls."""
    return re.match(r"#*|- |\d\. |\| ", line)[0] if line else "", line.count(" | ")  # type: ignore[index]
