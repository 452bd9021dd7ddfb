"""The installer for Windows and the image for macOS, as far as they can be looked at elsewhere."""

from __future__ import annotations

import json
import plistlib
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

import hashes
import macos_image
import smoke
import wheels
import windows_installer
from console import ROOT, SetUpError

if TYPE_CHECKING:
    from collections.abc import Sequence

INSTALLER = (ROOT / "packaging/windows/naklank.iss").read_text("utf-8")
WORKFLOW = ROOT / ".github/workflows/build.yml"


class Steps:
    """Keeps the commands instead of running them."""

    def __init__(self) -> None:
        self.done: list[list[str]] = []

    def __call__(self, command: Sequence[str | Path]) -> None:
        self.done.append([str(word) for word in command])


@pytest.fixture
def steps() -> Steps:
    return Steps()


@pytest.fixture
def runtimes(tmp_path: Path) -> Path:
    """As Visual Studio lays them out."""
    folder = tmp_path / "x64" / "Microsoft.VC143.CRT"
    folder.mkdir(parents=True)
    for name in windows_installer.RUNTIMES:
        (folder / name.upper()).write_bytes(b"runtime")
    return folder.parent


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    folder = tmp_path / "dist" / "naklank"
    (folder / "_internal").mkdir(parents=True)
    for name in windows_installer.PROGRAMS:
        (folder / name).write_bytes(b"program")
    return folder


@pytest.mark.parametrize("command", ["", "signtool sign /fd SHA256 $f"])
def test_windows_gets_its_runtimes_its_installer_and_an_archive(
    frozen: Path, runtimes: Path, steps: Steps, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(windows_installer.SIGN, command)
    out = frozen.parent
    made = windows_installer.make(frozen, out, "1.2.3", steps, runtimes)

    assert all((frozen / name).read_bytes() == b"runtime" for name in windows_installer.RUNTIMES)
    assert [one.name for one in made] == [
        "naklank-1.2.3-windows-x64-setup.exe",
        "naklank-1.2.3-windows-x64-portable.zip",
    ]
    assert made[1].is_file()
    *signed, compiled = steps.done
    assert [one[-1] for one in signed] == (
        [str(frozen / name) for name in windows_installer.PROGRAMS] if command else []
    )
    assert {"/DVersion=1.2.3", f"/DFrozen={frozen}", f"/DOut={out}"} < set(compiled)
    assert ("/DSigned" in compiled) == bool(command)
    assert compiled[-1].endswith("naklank.iss")


def test_a_missing_runtime_stops_the_build(frozen: Path, runtimes: Path, steps: Steps) -> None:
    next(runtimes.rglob("VCOMP140.DLL")).unlink()
    with pytest.raises(SetUpError, match=r"vcomp140\.dll"):
        windows_installer.make(frozen, frozen.parent, "1.2.3", steps, runtimes)
    assert steps.done == []


def _section(name: str) -> str:
    return re.split(r"^\[\w+\]$", INSTALLER.split(f"\n[{name}]\n")[1], flags=re.MULTILINE)[0]


def test_every_sentence_of_the_installer_is_there_in_both_languages() -> None:
    sentences = re.findall(r"^(nl|en)\.(\w+)=(.+)$", _section("CustomMessages"), re.MULTILINE)
    dutch, english = (
        {name: text for language, name, text in sentences if language == wanted}
        for wanted in ("nl", "en")
    )
    assert dutch.keys() == english.keys()
    assert all(dutch[name] != english[name] for name in dutch)
    used = set(re.findall(r"CustomMessage\('(\w+)'\)", INSTALLER))
    used |= set(re.findall(r"\{cm:(\w+)\}", INSTALLER))
    assert used == dutch.keys()


def test_the_installer_reads_the_same_in_every_version_of_inno_setup() -> None:
    assert INSTALLER.isascii()  # else it depends on how the file is marked
    code = _section("Code")
    assert len(re.findall(r"\bbegin\b", code)) + len(re.findall(r"\btry\b", code)) == len(
        re.findall(r"\bend\b", code)
    )
    comments = re.findall(r"\{[^}]*\}", re.sub(r"'[^']*'", "''", code))
    assert all("'" not in one for one in comments)


def test_the_installer_closes_no_recording_and_deletes_nothing_unasked() -> None:
    assert "CloseApplications=no" in _section("Setup")
    code = _section("Code")
    assert code.count("DelTree(") == 1
    assert "and WantsDataDeleted then" in code
    assert "MB_DEFBUTTON2" in code  # Enter keeps
    assert "UninstallDelete" not in INSTALLER


def test_the_installer_names_the_programs_that_are_built() -> None:
    spec = ROOT / "packaging/pyinstaller/naklank.spec"
    if not spec.exists():
        pytest.skip("the frozen folder has no description here")
    for name in windows_installer.PROGRAMS:
        assert f'"{name.removesuffix(".exe")}"' in spec.read_text("utf-8")
        assert name in INSTALLER


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    app = tmp_path / "Naklank.app"
    libraries = app / "Contents" / "Frameworks"
    (libraries / "deep").mkdir(parents=True)
    (app / "Contents" / "Resources").mkdir()
    for name in ("libone.dylib", "deep/two.so", "notes.txt"):
        (libraries / name).write_bytes(b"")
    (libraries / "link.dylib").symlink_to("libone.dylib")
    return app


def test_macos_signs_from_the_inside_out_and_notarises(
    bundle: Path, tmp_path: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(macos_image.IDENTITY, "Developer ID Application: De Linde")
    monkeypatch.setenv(macos_image.PROFILE, "linde")
    image = macos_image.make(bundle, tmp_path / "out", "1.2.3", steps, "arm64")

    assert image.name == "naklank-1.2.3-macos-arm64.dmg"
    programs = [f"{Path(one[0]).name} {one[1]}" for one in steps.done]
    signing = [one for one in steps.done if "--force" in one]
    assert [Path(one[-1]).name for one in signing] == ["two.so", "libone.dylib", "Naklank.app"]
    assert all("runtime" in one and "--timestamp" in one for one in signing)
    assert ["--entitlements" in one for one in signing] == [False, False, True]
    assert programs[-5:] == [
        "ditto " + str(bundle),
        "hdiutil create",
        "codesign --sign",
        "xcrun notarytool",
        "xcrun stapler",
    ]
    for language in macos_image.LANGUAGES:
        text = bundle / f"Contents/Resources/{language}.lproj/InfoPlist.strings"
        assert "NSMicrophoneUsageDescription" in text.read_text("utf-8")


def test_macos_without_a_certificate_signs_for_this_computer_alone(
    bundle: Path, tmp_path: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (macos_image.IDENTITY, macos_image.PROFILE):
        monkeypatch.delenv(name, raising=False)
    macos_image.make(bundle, tmp_path / "out", "1.2.3", steps, "arm64")
    assert all("runtime" not in one and "--timestamp" not in one for one in steps.done)
    assert not any("xcrun" in one[0] for one in steps.done)


def test_the_property_lists_of_macos_can_be_read() -> None:
    about = plistlib.loads((macos_image.PIECES / "Info.plist").read_bytes())
    assert about["LSMinimumSystemVersion"] == wheels.MACOS
    assert "Naklank" in about["NSMicrophoneUsageDescription"]
    assert plistlib.loads(macos_image.ENTITLEMENTS.read_bytes()) == {
        "com.apple.security.device.audio-input": True,
        "com.apple.security.cs.allow-unsigned-executable-memory": True,
    }
    texts = {}
    for language in macos_image.LANGUAGES:
        place = macos_image.PIECES / f"{language}.lproj/InfoPlist.strings"
        (line,) = place.read_text("utf-8").splitlines()
        found = re.fullmatch(r'"NSMicrophoneUsageDescription" = "([^"]+)";', line)
        assert found is not None
        texts[language] = found[1]
    assert texts["nl"] == about["NSMicrophoneUsageDescription"] != texts["en"]


def test_the_builds_of_all_three_systems_start_what_they_built() -> None:
    build = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]["build"]
    systems = {one["os"].split("-")[0] for one in build["strategy"]["matrix"]["include"]}
    assert systems == {"ubuntu", "windows", "macos"}
    starting = [step for step in build["steps"] if "packaging/smoke.py" in step.get("run", "")]
    assert sorted(step["if"].split("'")[1] for step in starting) == ["Linux", "Windows", "macOS"]
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    for job in ("linux", "windows", "macos"):
        assert any("packaging/smoke.py" in line for line in gitlab[job]["script"])


@pytest.mark.parametrize("file", [WORKFLOW, ROOT / ".gitlab-ci.yml"])
def test_the_builds_call_files_that_are_there(file: Path) -> None:
    called = set(re.findall(r"packaging/\w+\.py", file.read_text("utf-8")))
    assert "packaging/build.py" in called
    assert [one for one in called if not (ROOT / one).exists()] == []


def test_versions_that_differ_between_systems_get_markers() -> None:
    text = "numpy==2.4.6\nonnxruntime==1.28.0\n    # via naklank\n"
    found = {name: wheels.pinned(text) for name in wheels.TARGETS}
    found["macOS x86_64"] = {"numpy": "2.4.6", "onnxruntime": "1.23.2", "sympy": "1.14.0"}
    intel = "sys_platform == 'darwin' and platform_machine == 'x86_64'"
    numpy, old, new, sympy = wheels.pins(found).splitlines()
    assert numpy == "numpy==2.4.6"
    assert old == f"onnxruntime==1.23.2; ({intel})"
    assert new.startswith("onnxruntime==1.28.0; sys_platform == 'win32' or (")
    assert sympy == "sympy==1.14.0", "only one system needs it, and it differs from none"
    table = wheels.table(found).splitlines()
    assert table[2] == "| onnxruntime | 1.28.0 | 1.28.0 | 1.23.2 | 1.28.0 | 1.28.0 |"
    assert table[-1].startswith("| 1 others | the same")


def test_what_a_build_machine_lacks_is_no_fault_of_the_build() -> None:
    def report(**grades: str) -> str:
        items = dict.fromkeys((*smoke.JUDGED, "microphone", "printer"), "good") | grades
        return json.dumps(
            {"items": [{"item": one, "grade": two, "text": ""} for one, two in items.items()]}
        )

    assert smoke.judge(report()) == []
    assert smoke.judge(report(microphone="bad", printer="bad", engine="mind")) == []
    assert smoke.judge(report(engine="bad", network="bad")) == ["engine", "network"]
    assert smoke.judge('{"items": []}') == list(smoke.JUDGED)


def test_the_list_of_hashes_is_read_by_sha256sum(tmp_path: Path) -> None:
    for name, data in (("b.exe", b"b"), ("a.zip", b"a")):
        (tmp_path / name).write_bytes(data)
    (tmp_path / "naklank").mkdir()
    listed = hashes.write(tmp_path)
    check = ["sha256sum", "--check", "--strict", listed.name]
    subprocess.run(check, cwd=tmp_path, check=True, capture_output=True)
    (tmp_path / "a.zip").write_bytes(b"changed")
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 1
    assert len(hashes.write(tmp_path).read_text("utf-8").splitlines()) == 2
