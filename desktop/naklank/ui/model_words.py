"""What is said of speech models: how good, how large, whether this computer can bear them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode
from naklank.core.speech_models import Bearing, ModelState
from naklank.sentences.failures import sentence
from naklank.translation import tr
from naklank.workflow.model_work import Work

if TYPE_CHECKING:
    from naklank.core.errors import NaklankError
    from naklank.core.speech_models import Fitness, ListedModel, Recommendation
    from naklank.workflow.model_flow import ModelFlow
    from naklank.workflow.model_work import Errand, Progress

_MB: Final = 1_000_000
_GB: Final = 1000
"""Megabytes."""
_MINUTE: Final = 60
_LONG: Final = 100
"""Seconds from which on minutes are told."""
_STEP: Final = 5
"""Seconds: a nearer guess would only look exact."""


def size_text(size: int) -> str:
    """Bytes as people count them: 486 MB, 1,6 GB."""
    megabytes = max(1, round(size / _MB))
    if megabytes < _GB:
        return f"{megabytes} MB"
    return f"{megabytes / _GB:.1f} GB".replace(".", ",")


def model_title(listed: ListedModel) -> str:
    """Its name, and whether it is here."""
    state = {
        ModelState.ABSENT: tr("not here"),
        ModelState.PARTLY: tr("partly here"),
        ModelState.INSTALLED: tr("is here"),
    }[listed.state]
    return f"{listed.model.name} · {state}"


def model_hint(listed: ListedModel, recommendation: Recommendation | None) -> str:
    """Two lines: its size and how many words it types wrongly; what it would be here."""
    count = listed.model.words_to_one_error
    expect = tr("Types about 1 in {count} words wrong.").format(count=count)
    size = size_text(listed.model.size)
    return f"{size}. {expect}\n{_fitness_text(listed.model.name, recommendation)}"


def status_text(flow: ModelFlow, chosen: str, engine: NaklankError | None) -> str:
    """What is being done; else what went wrong or well; else which model types.

    `engine` is why nothing can be typed, as far as the engine has said so.
    """
    if flow.work is not None and flow.work.work is not Work.LISTING:
        return _work_text(flow.work, flow.progress)
    if flow.problem is not None:
        return sentence(flow.problem)
    if engine is not None and engine.code is not ErrorCode.MODEL_MISSING:
        return sentence(engine)
    if flow.is_missing(chosen):
        return tr(
            "The chosen model {name} is not on this computer, so nothing is typed. Sound is kept "
            "as always. Download it, or choose one that is here and save."
        ).format(name=chosen)
    if flow.last is not None:
        return _last_text(flow.last, flow.recommendation, chosen)
    return tr("The model {name} types what is spoken.").format(name=chosen)


def _fitness_text(name: str, recommendation: Recommendation | None) -> str:
    found = [one for one in recommendation.fitness if one.name == name] if recommendation else []
    if recommendation is None or not found:
        return tr("Not measured yet on this computer.")
    fitness = found[0]
    best = name == recommendation.best
    words = _verdict(fitness, best=best)
    how = tr("measured") if fitness.is_measured else tr("reckoned")
    return words.format(seconds=_seconds(round(fitness.seconds)), how=how)


def _verdict(fitness: Fitness, *, best: bool) -> str:
    if best and fitness.bearing is Bearing.GOOD:
        return tr("Advised: text after about {seconds} ({how}).")
    if best:
        return tr("Slow, yet the best: text after {seconds} ({how}).")
    return {
        Bearing.GOOD: tr("Suitable: text after about {seconds} ({how})."),
        Bearing.SLOW: tr("Slow: text after about {seconds} ({how})."),
        Bearing.TOO_SLOW: tr("Too slow: text after about {seconds} ({how})."),
        Bearing.TOO_BIG: tr("Too big: there is not enough memory ({how})."),
    }[fitness.bearing]


def _work_text(errand: Errand, progress: Progress | None) -> str:
    words = {
        Work.MEASURING: tr("Measuring this computer. That takes 20 seconds at most."),
        Work.VERIFYING: tr("Reading the models. That can take a minute."),
        Work.REMOVING: tr("Removing {name}…"),
        Work.FETCHING: tr("Downloading {name}…"),
        Work.TAKING_IN: tr("Looking which model that is…"),
    }[errand.work].format(name=errand.name)
    if progress is None:
        return words
    if errand.work is Work.TAKING_IN:
        words = tr("Copying the model…")
    far = tr("{done} of {whole}").format(
        done=size_text(progress.done), whole=size_text(progress.whole)
    )
    left = "" if progress.seconds_left is None else f" {left_text(progress.seconds_left)}"
    return f"{words} {far}.{left}"


def _last_text(errand: Errand, recommendation: Recommendation | None, chosen: str) -> str:
    best = recommendation.best if recommendation else ""
    has_come = (
        tr("{name} is on this computer now, and types.")
        if errand.name == chosen
        else tr("{name} is on this computer now. Choose it and save.")
    )
    return {
        Work.MEASURING: tr("Measured. {name} is advised for this computer."),
        Work.VERIFYING: tr("All models on this computer are whole."),
        Work.REMOVING: tr("{name} is removed."),
    }.get(errand.work, has_come).format(name=errand.name or best)


def left_text(seconds: float) -> str:
    """How long something still takes, as exactly as that can be known."""
    if seconds >= _LONG:
        return tr("About {count} minutes left.").format(count=round(seconds / _MINUTE))
    if seconds < _STEP:
        return tr("A few seconds left.")
    fives = seconds > 4 * _STEP
    count = _STEP * round(seconds / _STEP) if fives else round(seconds)
    return tr("About {count} seconds left.").format(count=count)


def _seconds(count: int) -> str:
    if count >= _LONG:
        return tr("{count} minutes").format(count=round(count / _MINUTE))
    if count <= 1:
        return tr("1 second")
    return tr("{count} seconds").format(count=count)
