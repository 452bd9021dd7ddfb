"""A sound server of our own, with two microphones that a test can speak into and one speaker.

Needs no sound card, no desktop and no rights; runs as root and as any other user.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np
import pytest

from naklank.audio.sound import Sound
from support import processes

if TYPE_CHECKING:
    from collections.abc import Iterator

RATE = 48_000
PATIENCE = 20.0
"""Seconds in which a sound server does what it is asked."""

MICROPHONES = ("mic_a", "mic_b")

_SINK = "load-module module-null-sink rate=48000 channels=1 channel_map=mono sink_name="
_SERVER = "load-module module-native-protocol-unix auth-anonymous=1 socket="

_ALSA = """</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
ctl.!default { type pulse }
pcm.mic_a { type pulse device mic_a hint { show on description "Mic A" } }
pcm.mic_b { type pulse device mic_b hint { show on description "Mic B" } }
"""

_QUIET: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}

# Without its own runtime folder and home the server would meet the one of the desktop.
_FOREIGN = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "XDG_RUNTIME_DIR")


class VirtualSound:
    """A PulseAudio server with the sinks and microphones that it is given, in a `with` block."""

    def __init__(self, sinks: tuple[str, ...] = ("speaker", "in_a", "in_b")) -> None:
        # Not pytest's: the path of a socket has 107 characters at most.
        self.folder = Path(tempfile.mkdtemp(prefix="sound-"))
        self._sinks = sinks
        self._running: list[subprocess.Popen[bytes]] = []

    @property
    def address(self) -> str:
        return f"unix:{self.folder}/native"

    @property
    def alsa_config(self) -> Path:
        return self.folder / "asound.conf"

    def __enter__(self) -> Self:
        try:
            self._set_up()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._running):
            process.send_signal(signal.SIGCONT)
            process.terminate()
        for process in self._running:
            process.wait(PATIENCE)
            processes.SERVERS.discard(process.pid)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _set_up(self) -> None:
        self.alsa_config.write_text(_ALSA)
        self._start()
        if "in_a" in self._sinks:
            for microphone in MICROPHONES:
                self.plug_in(microphone)
            self.pactl("set-default-source", "mic_a")
        # A null sink nobody listens to renders 2 s ahead: what is recorded first would be lost.
        for sink in self._sinks:
            self._run("parec", "--raw", "--latency-msec=10", "-d", f"{sink}.monitor")
        for sink in self._sinks:
            with Listening(self, f"{sink}.monitor"):
                pass

    def _start(self) -> None:
        script = self.folder / "start.pa"
        lines = [f"{_SERVER}{self.folder}/native", *(_SINK + sink for sink in self._sinks)]
        script.write_text("\n".join([*lines, ""]))
        server = self._run(
            "pulseaudio",
            "-n",
            f"--file={script}",
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            # When a server that shares its memory dies, libpulse 16.1 now and then waits for a
            # block that its own reader holds, and that reader for libpulse: for ever.
            "--disable-shm=yes",
            f"--log-target=newfile:{self.folder}/log",
        )
        deadline = time.monotonic() + PATIENCE
        while subprocess.run(
            ["pactl", "info"], check=False, env=self.environment(), **_QUIET
        ).returncode:
            assert server.poll() is None, "the sound server did not start"
            assert time.monotonic() < deadline, "the sound server does not answer"

    def _run(self, *command: str) -> subprocess.Popen[bytes]:
        # They end with us, also when we are killed.
        dying = ("setpriv", "--pdeathsig", "TERM", "--", *command)
        process = subprocess.Popen(dying, env=self.environment(), **_QUIET)
        processes.SERVERS.add(process.pid)
        self._running.append(process)
        return process

    def kill(self) -> None:
        """The server dies as by a crash."""
        self._running[0].kill()
        self._running[0].wait(PATIENCE)

    def start_again(self) -> None:
        """As a session's service does with a server that crashed."""
        (self.folder / "native").unlink(missing_ok=True)
        for process in self._running:  # those that listened end with the server
            process.wait(PATIENCE)
        self._running.clear()
        self._set_up()

    def hang(self) -> None:
        """The server stops answering, until it is let go on or the block ends."""
        self._running[0].send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._running[0].send_signal(signal.SIGCONT)

    def plug_in(self, microphone: str) -> None:
        master = f"in_{microphone[-1]}.monitor"
        self.pactl(
            "load-module", "module-remap-source", f"source_name={microphone}", f"master={master}"
        )

    def unplug(self, microphone: str) -> None:
        for line in self.pactl("list", "short", "modules").splitlines():
            number, _, rest = line.partition("\t")
            if f"source_name={microphone}" in rest:
                self.pactl("unload-module", number)

    def add_sink(self, name: str) -> str:
        """The answer is the number to unload it by."""
        return self.pactl("load-module", "module-null-sink", f"sink_name={name}").strip()

    def move_our_streams(self, sink: str) -> None:
        for number in self._ours("sink-inputs"):
            self.pactl("move-sink-input", number, sink)

    def mute_our_streams(self) -> None:
        for number in self._ours("sink-inputs"):
            self.pactl("set-sink-input-mute", number, "1")

    def speak(self, sound: Sound, microphone: str) -> subprocess.Popen[bytes]:
        """Begin to say something into a microphone; the process ends when it is said."""
        samples = (sound.samples * 32767).astype("<i2").tobytes()
        file = self.folder / "words.raw"
        file.write_bytes(samples)
        return subprocess.Popen(
            [
                "paplay",
                "--raw",
                "--format=s16le",
                "--channels=1",
                f"--rate={sound.rate}",
                f"--device=in_{microphone[-1]}",
                str(file),
            ],
            env=self.environment(),
            **_QUIET,
        )

    def pactl(self, *arguments: str) -> str:
        return subprocess.run(
            ["pactl", *arguments],
            env=self.environment(),
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            timeout=PATIENCE,
        ).stdout

    def environment(self) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
        folder = str(self.folder)
        return own | {
            "HOME": folder,
            "PULSE_RUNTIME_PATH": folder,
            "PULSE_SERVER": self.address,
            "PULSE_STATE_PATH": folder,
            "XDG_CONFIG_HOME": folder,
        }

    def streams_of_ours(self) -> int:
        """How many streams of this process the server knows."""
        return len(self._ours("source-outputs")) + len(self._ours("sink-inputs"))

    def _ours(self, kind: str) -> list[str]:
        parts = self.pactl("list", kind).split(" #")[1:]
        own = f'application.process.id = "{os.getpid()}"'
        return [part.split("\n")[0] for part in parts if own in part]


class Listening:
    """Hears what a source gives, from the block's beginning to its end, for `sound` after it."""

    def __init__(self, server: VirtualSound, source: str) -> None:
        self._server = server
        self._source = source
        self._heard = bytearray()
        self._begun = threading.Event()

    def __enter__(self) -> Self:
        """Return when the source really gives sound."""
        self._process = subprocess.Popen(
            [
                "parec",
                "--raw",
                "--format=float32le",
                "--channels=1",
                f"--rate={RATE}",
                "--latency-msec=20",
                f"--device={self._source}",
            ],
            env=self._server.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = threading.Thread(target=self._read)
        self._thread.start()
        assert self._begun.wait(PATIENCE), f"{self._source} gives no sound"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._thread.join()
        self._process.wait(PATIENCE)

    @property
    def sound(self) -> Sound:
        whole = len(self._heard) // 4 * 4
        return Sound(np.frombuffer(bytes(self._heard[:whole]), np.float32), RATE)

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            while block := os.read(stream.fileno(), 65_536):
                self._heard += block
                self._begun.set()
        self._begun.set()


@pytest.fixture(scope="session")
def sound_server() -> Iterator[VirtualSound]:
    """The server of the whole run; what a test changes in it, it changes back."""
    with VirtualSound() as server, pytest.MonkeyPatch.context() as patch:
        # PortAudio reads both when it starts.
        patch.setenv("PULSE_SERVER", server.address)
        patch.setenv("ALSA_CONFIG_PATH", str(server.alsa_config))
        yield server
