"""No dump of a crashed process: its memory holds what was said."""

import sys
from typing import Final

_PR_SET_DUMPABLE: Final = 4
_SEM_NOGPFAULTERRORBOX: Final = 0x0002
_WER_FAULT_REPORTING_FLAG_NOHEAP: Final = 0x0001


def forbid_core_dumps() -> None:
    """Let no crash write this process's memory to disk; the first thing in every process.

    Never raises. Proved on Linux alone. A macOS crash report, which is no core, still names
    registers and call stacks. Sources: core(5), prctl(2), WerSetFlags and SetErrorMode.
    """
    if sys.platform == "win32":
        _forbid_on_windows()
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _make_undumpable()


def _make_undumpable() -> None:
    """Also where `core_pattern` pipes the dump into a program: that ignores the limit.

    It holds until the next exec, so each process that is started must ask again. Other programs
    of the same user can no longer read this process's memory either.
    """
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _forbid_on_windows() -> None:
    """Not yet proved on Windows.

    The error mode leaves Windows Error Reporting out, and is inherited; a crash that goes past it,
    as a broken heap does, is reported without the heap. WerAddExcludedApplication would stay
    behind in the registry, and from a checkout leave every Python program out.
    """
    if sys.platform == "win32":
        import contextlib
        import ctypes

        kernel32 = ctypes.windll.kernel32
        kernel32.SetErrorMode(kernel32.GetErrorMode() | _SEM_NOGPFAULTERRORBOX)
        with contextlib.suppress(OSError, AttributeError):  # a Windows without error reporting
            ctypes.windll.wer.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP)
