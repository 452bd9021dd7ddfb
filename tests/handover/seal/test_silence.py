"""Sealing and verifying reach no network, whatever stands in a file."""

from __future__ import annotations

import io
import subprocess
import sys
from functools import partial
from pathlib import Path

import c2pa
import pytest

from naklank.core.seals import FileKind
from naklank.handover.seal.certificates import sign
from naklank.handover.seal.credentials import _manifest
from support.cli import PATIENCE, environment
from support.sealed import NAMES, practice, unsealed
from support.statements import STATEMENT

SOUND, PAPER, PAGE = NAMES
ELSEWHERE = "http://naklank.invalid/manifest.c2pa"
WORK = """
import sys
from pathlib import Path
from support.sealed import now, practice
from naklank.handover.seal.verifying import judge
practice().sealed()
for file in sys.argv[1:]:
    print(judge(Path(file).read_bytes(), practice().book, now()).judgement.name)
"""


def pointing_elsewhere() -> bytes:
    """A sound whose manifest is to be fetched."""
    book, target = practice(which=1).book, io.BytesIO()
    chain = book.leaf.certificate + book.root.certificate
    signer = c2pa.Signer.from_callback(
        partial(sign, book.leaf.key), c2pa.C2paSigningAlg.ES256, chain, None
    )
    with (
        c2pa.Context(signer=signer) as context,
        c2pa.Builder(_manifest(FileKind.SOUND, STATEMENT), context) as builder,
    ):
        builder.set_no_embed()
        builder.set_remote_url(ELSEWHERE)
        builder.sign("audio/mpeg", io.BytesIO(unsealed()[SOUND]), target)
    assert ELSEWHERE.encode() in target.getvalue()
    return target.getvalue()


@pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's own")
def test_no_name_is_looked_up_and_no_connection_opened(tmp_path: Path) -> None:
    files = {
        "elsewhere.mp3": pointing_elsewhere(),
        "stranger.mp3": practice(which=1).sealed()[SOUND],
        "stranger.pdf": practice(which=1).sealed()[PAPER],
        "stranger.html": practice(which=1).sealed()[PAGE],
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    log = tmp_path / "calls.txt"
    strace = ["strace", "-f", "-e", "trace=%network,prctl,openat", "-o", str(log)]
    tests = str(Path(__file__).parents[2])
    done = subprocess.run(
        [*strace, sys.executable, "-c", WORK, *(str(tmp_path / name) for name in files)],
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        env=environment(PYTHONPATH=f"{Path(c2pa.__file__).parents[1]}:{_sources()}:{tests}"),
    )
    assert done.stdout.split() == ["NO_SEAL", "UNKNOWN", "UNKNOWN", "UNKNOWN"]
    calls = log.read_text(encoding="utf-8").splitlines()
    assert any("libc2pa" in call for call in calls), "no call was watched"
    assert [call for call in calls if "AF_INET" in call or "AF_NETLINK" in call] == []


def _sources() -> Path:
    import naklank

    return Path(naklank.__file__).parents[1]
