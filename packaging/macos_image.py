"""Of Naklank.app make the disk image for macOS: signed, notarised where that is asked for.

packaging/build.py calls it on a Mac; it needs Xcode's command line tools. The certificate is
`NAKLANK_CODESIGN_IDENTITY` ("Developer ID Application: …"); without it the app is signed for this
computer alone ("ad hoc"), which Apple's processors ask of every program. `NAKLANK_NOTARY_PROFILE`
is a profile that `xcrun notarytool store-credentials` has put into the keychain. Not yet proved on
a Mac.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from console import ROOT, say

IDENTITY: Final = "NAKLANK_CODESIGN_IDENTITY"
PROFILE: Final = "NAKLANK_NOTARY_PROFILE"

PIECES: Final = ROOT / "packaging" / "macos"
ENTITLEMENTS: Final = PIECES / "entitlements.plist"
LANGUAGES: Final = ("nl", "en")

Run = Callable[[Sequence[str | Path]], object]


def make(app: Path, out: Path, version: str, run: Run, machine: str) -> Path:
    """The disk image. Raises what `run` raises where a step fails."""
    for language in LANGUAGES:  # macOS asks for the microphone in the language of the user
        place = app / "Contents" / "Resources" / f"{language}.lproj"
        shutil.copytree(PIECES / place.name, place, dirs_exist_ok=True)
    identity = os.environ.get(IDENTITY, "")
    if not identity:
        say(f"macos: {IDENTITY} is not set; the app is signed for this computer alone.")
    _sign(app, identity or "-", run)
    out.mkdir(parents=True, exist_ok=True)
    image = out / f"naklank-{version}-macos-{machine}.dmg"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        run(["/usr/bin/ditto", app, folder / app.name])
        (folder / "Applications").symlink_to("/Applications")
        create = ["/usr/bin/hdiutil", "create", "-volname", "Naklank", "-format", "UDZO", "-ov"]
        run([*create, "-srcfolder", folder, image])
    if identity:
        run(["/usr/bin/codesign", "--sign", identity, "--timestamp", image])
    if profile := os.environ.get(PROFILE):
        submit = ["/usr/bin/xcrun", "notarytool", "submit", "--keychain-profile", profile, "--wait"]
        run([*submit, image])
        run(["/usr/bin/xcrun", "stapler", "staple", image])
    return image


def _sign(app: Path, identity: str, run: Run) -> None:
    """From the inside out: what is signed holds the hashes of what lies in it."""
    inner = sorted(
        (one for one in app.rglob("*") if one.suffix in (".dylib", ".so") and not one.is_symlink()),
        key=lambda one: (-len(one.parts), str(one)),
    )
    frameworks = sorted((app / "Contents" / "Frameworks").rglob("*.framework"), reverse=True)
    # Apple's own clock takes real certificates alone, and so does the hardened runtime: it loads
    # no library of another team, and whoever signs ad hoc belongs to none.
    hardened = ["--options", "runtime", "--timestamp"] if identity != "-" else []
    sign = ["/usr/bin/codesign", "--force", *hardened, "--sign", identity]
    for one in (*inner, *(each for each in frameworks if not each.is_symlink())):
        run([*sign, one])
    run([*sign, "--entitlements", ENTITLEMENTS, app])
    run(["/usr/bin/codesign", "--verify", "--deep", "--strict", app])
