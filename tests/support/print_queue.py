"""A private print queue: a CUPS of our own and a printer that keeps what arrives as files.

Needs the packages cups, cups-client, cups-ipp-utils, cups-filters and dbus; no root, no system
service. Nothing outside its folder is written, and no other queue is seen.
"""

from __future__ import annotations

import grp
import os
import pwd
import re
import socket
import subprocess
import tempfile
import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from support.processes import SERVERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAME = "Testprinter"
NAME_LETTER = "Letterprinter"
FORMATS = "application/pdf,image/urf,image/pwg-raster"
PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
"""The servers lie where a user's PATH often does not look."""
PATIENCE = 20.0
"""Seconds."""
ATTEMPTS = 3

CUPSD = """
Listen localhost:{port}
Listen {socket}
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
FILES = """
ServerRoot {folder}/etc
RequestRoot {folder}/requests
TempDir {folder}/requests/tmp
CacheDir {folder}/cache
StateDir {folder}/run
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
SystemGroup root
User {user}
Group {group}
"""

LETTER = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "LETTER.PPD"
*Manufacturer: "Test"
*Product: "(Test)"
*ModelName: "Letter"
*ShortNickName: "Letter"
*NickName: "Letter"
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize/Size: PickOne
*DefaultPageSize: Letter
*PageSize Letter: "<</PageSize[612 792]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: Letter
*PageRegion Letter: "<</PageSize[612 792]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: Letter
*ImageableArea Letter: "36 36 576 756"
*DefaultPaperDimension: Letter
*PaperDimension Letter: "612 792"
*DefaultFont: Courier
"""
"""A printer with one size of paper, and half an inch on each side where it cannot print."""


COPIES = """\
{
  OPERATION Get-Jobs
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR naturalLanguage attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR keyword which-jobs all
  ATTR keyword requested-attributes job-id,copies
  DISPLAY copies
}
"""


@dataclass(slots=True)
class PrintQueue:
    """A queue and its printer, which can be switched off and on."""

    folder: Path
    port: int
    printer_port: int
    _printer: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """For CUPS_SERVER: a socket of the file system, as the system's own queue has one."""
        return f"{self.folder}/run/cups.sock"

    def run(self, *command: str) -> str:
        """What a CUPS command says when it asks this queue."""
        done = subprocess.run(
            command,
            check=True,
            timeout=30,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C", "PATH": PATH},
        )
        return done.stdout.decode()

    def waiting(self) -> list[str]:
        """The jobs that the printer has not taken yet."""
        return self.run("lpstat", "-o").splitlines()

    def arrived(self) -> list[Path]:
        """Every document that the printer has taken, the oldest first."""
        return sorted(
            (self.folder / "spool").glob("*.pdf"), key=lambda file: file.stat().st_mtime_ns
        )

    def switch_on(self) -> None:
        options = ["-r", "off", "-p", str(self.printer_port), "-n", "localhost", "-f", FORMATS]
        self._printer = _start(
            # Without a command it would sleep 5 to 15 seconds, as if it printed.
            self.folder,
            "ippeveprinter",
            *options,
            *("-k", "-d", str(self.folder / "spool"), "-c", "/bin/true"),
            NAME,
        )
        test = ("ipptool", "-q", f"{self._printer_uri}", "get-printer-attributes.test")
        _wait_until(lambda: self._succeeds(*test))

    def switch_off(self) -> None:
        """As when somebody pulls its plug; the queue knows nothing of it."""
        if self._printer is not None:
            _end(self._printer)
        self._printer = None

    def wait_for(self, documents: int) -> list[Path]:
        """The documents, when so many have arrived and none is under way."""
        _wait_until(lambda: not self.waiting() and len(self.arrived()) >= documents)
        return self.arrived()

    def add_queues(self) -> None:
        """One to the printer as it is, the default, and one that says it holds Letter alone.

        CUPS asks the printer what it can do behind the back of `lpadmin -m everywhere`, and what
        is asked of it meanwhile now and then fails (with the words "lpadmin: Success"). So that
        one comes last, and is waited for.
        """
        _wait_until(lambda: self._succeeds("lpstat", "-r"))
        description = self.folder / "letter.ppd"
        description.write_text(LETTER, encoding="ascii")
        to_printer = ("-E", "-v", self._printer_uri)
        self.run("lpadmin", "-p", NAME_LETTER, *to_printer, "-P", str(description))
        self.run("lpadmin", "-p", NAME, *to_printer, "-m", "everywhere")
        _wait_until((self.folder / "etc" / "ppd" / f"{NAME}.ppd").exists)
        _wait_until(lambda: self._succeeds("lpadmin", "-d", NAME))

    def copies_of_last_job(self) -> int:
        """What the queue was asked for, in the words of IPP."""
        test = self.folder / "copies.test"
        test.write_text(COPIES, encoding="ascii")
        told = self.run("ipptool", "-tv", f"ipp://localhost:{self.port}/printers/{NAME}", str(test))
        return int(re.findall(r"copies \(integer\) = (\d+)", told)[-1])

    def choose(self, name: str) -> None:
        """Make this queue the system's default."""
        self.run("lpadmin", "-d", name)

    @property
    def _printer_uri(self) -> str:
        return f"ipp://localhost:{self.printer_port}/ipp/print"

    def _succeeds(self, *command: str) -> bool:
        try:
            return "not running" not in self.run(*command)
        except subprocess.CalledProcessError:
            return False


@contextmanager
def print_queue() -> Iterator[PrintQueue]:
    """Start the queue, its printer switched on; all of it is gone afterwards.

    On a busy machine a server sometimes finds its port taken by another program, or CUPS loses
    what it asked the printer in the background: then all of it is started anew.
    """
    with ExitStack() as servers:
        queue = None
        for _ in range(ATTEMPTS - 1):
            with suppress(AssertionError, subprocess.CalledProcessError), ExitStack() as started:
                queue = _started(started)
                servers.push(started.pop_all())
                break
        yield queue or _started(servers)


def _started(servers: ExitStack) -> PrintQueue:
    folder = servers.enter_context(tempfile.TemporaryDirectory(prefix="naklank-queue-"))
    queue = PrintQueue(Path(folder), _free_port(), _free_port())
    _make_folders(queue)
    # The printer does not start unless a system bus answers.
    bus = f"--address=unix:path={queue.folder}/bus"
    servers.callback(
        _end, _start(queue.folder, "dbus-daemon", "--session", bus, "--nofork", "--nopidfile")
    )
    _wait_until((queue.folder / "bus").exists)
    servers.callback(queue.switch_off)
    queue.switch_on()
    etc = queue.folder / "etc"
    options = ["-f", "-c", str(etc / "cupsd.conf"), "-s", str(etc / "cups-files.conf")]
    servers.callback(_end, _start(queue.folder, "cupsd", *options))
    queue.add_queues()
    return queue


def _make_folders(queue: PrintQueue) -> None:
    """Everything that cupsd asks for; as root it works as another user, who must get in."""
    folder = queue.folder
    for part in ("etc/ppd", "spool", "requests/tmp", "cache", "run", "log"):
        (folder / part).mkdir(parents=True)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path == folder else 0o777)
    as_root = os.geteuid() == 0
    user = "lp" if as_root else pwd.getpwuid(os.geteuid()).pw_name
    group = "lp" if as_root else grp.getgrgid(os.getegid()).gr_name
    (folder / "etc" / "cupsd.conf").write_text(CUPSD.format(port=queue.port, socket=queue.address))
    (folder / "etc" / "cups-files.conf").write_text(
        FILES.format(folder=folder, user=user, group=group)
    )


def _start(folder: Path, *command: str) -> subprocess.Popen[bytes]:
    with (folder / "log" / command[0]).open("ab") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={
                **os.environ,
                "PATH": PATH,
                "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/bus",
            },
        )
    SERVERS.add(process.pid)
    return process


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=10)
    SERVERS.discard(process.pid)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "a server of the print queue does not answer"
        time.sleep(0.05)
