"""`naklank verify`: whether a file is ours and unchanged, and the journal whole."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from naklank.core.seals import Judgement, are_of_one_hand_over, worst
from naklank.translation import tr

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from naklank.cli.models import Console
    from naklank.core.journal import Contents, Entry
    from naklank.core.seals import Verdict

_WRONG_USE: Final = 2


def add_verify_command(commands: Any, console: Console) -> None:  # noqa: ANN401 - argparse keeps the type private
    """Add `verify` to the command line."""
    purpose = tr("Tell of files whether they are ours and unchanged, or whether the journal is.")
    verify = commands.add_parser(
        "verify",
        help=purpose,
        description=purpose,
        epilog=tr(
            "The answer is the exit status, of several files the highest: 0 ours and unchanged, "
            "3 a practice that was imported before, 4 an unknown signer, 5 changed, 6 no seal, "
            "7 not readable."
        ),
    )
    verify.add_argument("files", nargs="*", type=Path, metavar="FILE")
    verify.add_argument("--journal", action="store_true", help=tr("check the journal as well"))
    verify.add_argument("--json", action="store_true", help=tr("print one JSON object"))
    verify.set_defaults(run=partial(_verify, console, verify))


def _verify(console: Console, parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    if not options.files and not options.journal:
        parser.print_usage()
        return _WRONG_USE
    journal = _journal() if options.journal else None
    verdicts = _verdicts(options.files)
    status = worst(verdicts).value if verdicts else Judgement.OURS.value
    if journal and not journal.is_whole:
        status = max(status, Judgement.CHANGED.value)
    if options.json:
        console.tell(json.dumps(_as_json(options.files, verdicts, journal, status)))
    else:
        console.tell("\n\n".join(_in_words(options.files, verdicts, journal)))
    return status


def _verdicts(files: Sequence[Path]) -> list[Verdict]:
    from naklank.assembly.installation import key_stores, own_seals, settings_store
    from naklank.assembly.verification import FileVerifier

    verifier = FileVerifier(own_seals(key_stores(), settings_store()), _entries)
    return [verifier.verify(file) for file in files]


def _entries() -> Sequence[Entry]:
    return _journal().entries


def _journal() -> Contents:
    """Empty where there is none: looking for it makes none."""
    from naklank.assembly.installation import journal_file, key_stores, own_journal, settings_store
    from naklank.core.journal import Contents

    if not journal_file().exists():
        return Contents((), ())
    return own_journal(key_stores(), settings_store()).read()


def _in_words(
    files: Sequence[Path], verdicts: Sequence[Verdict], journal: Contents | None
) -> list[str]:
    from naklank.sentences.journal import verdict as journal_verdict
    from naklank.sentences.seals import answer, mixed_up

    parts = []
    for file, verdict in zip(files, verdicts, strict=True):
        said = answer(verdict)
        parts.append("\n  ".join((f"{file}: {said.headline}", said.meaning, *said.facts)))
    if are_of_one_hand_over(verdicts) is False:
        parts.append(mixed_up())
    if journal:
        parts.append(journal_verdict(journal))
    return parts


def _as_json(
    files: Sequence[Path], verdicts: Sequence[Verdict], journal: Contents | None, status: int
) -> dict[str, Any]:
    return {
        "status": status,
        "files": [_file(file, one) for file, one in zip(files, verdicts, strict=True)],
        "one_hand_over": are_of_one_hand_over(verdicts),
        "journal": None if journal is None else _journal_as_json(journal),
    }


def _file(file: Path, verdict: Verdict) -> dict[str, Any]:
    signer, statement = verdict.signer, verdict.statement
    return {
        "file": str(file),
        "status": verdict.judgement.value,
        "outcome": verdict.judgement.name.lower(),
        "kind": verdict.kind.value if verdict.kind else None,
        "signer": signer
        and {
            "name": signer.name,
            "computer": signer.computer,
            "standing": signer.standing.value,
            "stolen": signer.is_withdrawn,
        },
        "statement": statement and {**statement.fields, "code": statement.code},
        "journal": [
            {
                "moment": trace.moment.isoformat(),
                "code": trace.code,
                "by": "code" if trace.is_by_code else "length",
            }
            for trace in verdict.traces
        ],
    }


def _journal_as_json(journal: Contents) -> dict[str, Any]:
    return {
        "whole": journal.is_whole,
        "lines": len(journal.entries),
        "faults": [
            {"fault": one.fault.value, "first": one.first, "last": one.last}
            for one in journal.faults
        ],
    }
