"""`naklank models`: which speech models there are, what this computer can bear, and their care."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from naklank.core.errors import ErrorCode, NaklankError
from naklank.core.speech_models import Bearing, ModelState
from naklank.sentences.figures import decimal_text, size_text
from naklank.translation import tr

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from naklank.core.settings import Settings
    from naklank.core.speech_models import Fitness, ListedModel
    from naklank.speech.models.shelf import FolderModelShelf

_MEGABYTE: Final = 1_000_000
_PERCENT: Final = 100
_INTERRUPTED: Final = 130
"""What shells expect after Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Console:
    """How the command speaks: results, and progress."""

    tell: Callable[[str], object]
    report: Callable[[str], object]


def add_models_command(commands: Any, console: Console) -> None:  # noqa: ANN401 - argparse keeps the type private
    """Add `models` and what can be done with them to the command line."""
    purpose = tr("The speech models: list, recommend, install, import, pack, verify, remove.")
    models = commands.add_parser("models", help=purpose, description=purpose)
    deeds = models.add_subparsers(required=True, metavar="list|recommend|install|…")

    def add(name: str, purpose: str, run: Callable[..., int | None]) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = deeds.add_parser(name, help=purpose, description=purpose)
        command.set_defaults(run=partial(_do, run, console))
        return command

    add("list", tr("Show the models, and what to expect of each."), _list)
    add("recommend", tr("Measure which model this computer can bear."), _recommend)
    install = add("install", tr("Download a model, or the rest of it."), _install)
    install.add_argument("name", metavar="NAME")
    install.add_argument("--mirror", metavar="URL", help=tr("instead of the public hub"))
    take_in = add("import", tr("Copy a model from a folder or ZIP file."), _import)
    take_in.add_argument("source", type=Path, metavar="FOLDER_OR_ZIP")
    take_in.add_argument(
        "--all-users", action="store_true", help=tr("for everybody on this computer")
    )
    pack = add("pack", tr("Make an archive of a model, to carry to other computers."), _pack)
    pack.add_argument("name", metavar="NAME")
    pack.add_argument("folder", type=Path, metavar="DIR")
    verify = add("verify", tr("Read the models that are here and compare every byte."), _verify)
    verify.add_argument("name", nargs="?", metavar="NAME")
    remove = add("remove", tr("Delete a model from this computer."), _remove)
    remove.add_argument("name", metavar="NAME")


def _do(run: Callable[..., int | None], console: Console, options: argparse.Namespace) -> int:
    return run(options, console) or 0


def _settings() -> Settings:
    from naklank.assembly.installation import settings_store

    return settings_store().current


def _shelf() -> FolderModelShelf:
    from naklank.assembly.job import model_shelf

    return model_shelf(lambda: _settings().typing.model)


def _list(_options: argparse.Namespace, console: Console) -> None:
    in_use = _settings().typing.model
    for listed in _shelf().models():
        console.tell(_listed(listed, is_in_use=listed.model.name == in_use))


def _listed(listed: ListedModel, *, is_in_use: bool) -> str:
    model = listed.model
    states = {
        ModelState.ABSENT: tr("not on this computer"),
        ModelState.PARTLY: tr("partly downloaded"),
        ModelState.INSTALLED: tr("on this computer"),
    }
    state = tr("in use") if is_in_use else states[listed.state]
    if is_in_use and listed.state is not ModelState.INSTALLED:
        state = f"{state}, {states[listed.state]}"
    expected = tr(
        "This model types about 1 in {words} words wrong. It takes about {memory} MB of memory."
    ).format(words=model.words_to_one_error, memory=model.memory // _MEGABYTE)
    return f"{model.name:<15} {size_text(model.size):>8}   {state}\n    {expected}"


def _recommend(_options: argparse.Namespace, console: Console) -> None:
    console.report(tr("Measuring. This takes 20 seconds at most."))
    recommendation = _shelf().recommend()
    for fitness in recommendation.fitness:
        console.tell(_fitness(fitness))
    console.tell(tr("Recommended for this computer: {model}.").format(model=recommendation.best))


def _fitness(fitness: Fitness) -> str:
    bearings = {
        Bearing.GOOD: tr("fits well"),
        Bearing.SLOW: tr("works, and the text comes late"),
        Bearing.TOO_SLOW: tr("too slow for this computer"),
        Bearing.TOO_BIG: tr("too little free memory"),
    }
    source = tr("measured") if fitness.is_measured else tr("reckoned, not measured")
    time = tr("about {seconds} s from the last word to the text").format(
        seconds=decimal_text(fitness.seconds, places=1)
    )
    return f"{fitness.name:<15} {bearings[fitness.bearing]}: {time} ({source})"


def _install(options: argparse.Namespace, console: Console) -> int:
    mirror = _settings().typing.mirror if options.mirror is None else options.mirror
    try:
        _shelf().install(options.name, mirror, _progress())
    except KeyboardInterrupt:
        console.report(
            tr("Stopped at your request. What came is kept; next time it goes on there.")
        )
        return _INTERRUPTED
    _tell_installed(options.name, console)
    return 0


def _import(options: argparse.Namespace, console: Console) -> None:
    from naklank.assembly.job import shared_shelf

    shelf = shared_shelf() if options.all_users else _shelf()
    _tell_installed(shelf.take_in(options.source, _progress()), console)


def _pack(options: argparse.Namespace, console: Console) -> None:
    console.report(tr("Checking the speech model."))
    console.tell(str(_shelf().pack(options.name, options.folder)))


def _tell_installed(name: str, console: Console) -> None:
    console.tell(
        tr("The model {model} is on this computer, every byte checked.").format(model=name)
    )
    if _settings().typing.model != name:
        console.tell(tr("Choose it in the settings to have it type."))


def _verify(options: argparse.Namespace, console: Console) -> None:
    shelf = _shelf()
    here = [one.model.name for one in shelf.models() if one.state is ModelState.INSTALLED]
    if options.name is None and not here:
        raise NaklankError(ErrorCode.MODEL_MISSING, model=_settings().typing.model)
    for name in here if options.name is None else [options.name]:
        shelf.verify(name)
        console.tell(tr("The model {model} is whole: every byte is right.").format(model=name))


def _remove(options: argparse.Namespace, console: Console) -> None:
    _shelf().remove(options.name)
    console.tell(tr("The model {model} was deleted from this computer.").format(model=options.name))


def _progress() -> Callable[[int, int], bool]:
    """One line on a terminal that counts up; elsewhere nothing, a log is not for that."""
    stream = sys.stderr
    shown: list[int] = []

    def show(done: int, whole: int) -> bool:
        percent = _PERCENT * done // whole if whole else _PERCENT
        if stream is not None and stream.isatty() and percent not in shown[-1:]:
            end = "\n" if percent == _PERCENT else ""
            line = tr("{done} of {whole} ({percent} %)").format(
                done=size_text(done), whole=size_text(whole), percent=percent
            )
            _write_over(f"\r{line}{end}")
            shown.append(percent)
        return True

    return show


def _write_over(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:  # its reader has left: that stops no download
        return
