"""What is said of speech models: how good, how large, whether this computer can bear them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from naklank.core.errors import ErrorCode
from naklank.core.speech_models import Bearing, ModelState
from naklank.sentences.failures import sentence
from naklank.sentences.figures import size_text
from naklank.translation import tr
from naklank.workflow.model_work import Work

if TYPE_CHECKING:
    from naklank.core.errors import NaklankError
    from naklank.core.speech_models import Fitness, ListedModel, Recommendation
    from naklank.workflow.model_flow import ModelFlow
    from naklank.workflow.model_work import Errand, Progress

_MINUTE: Final = 60
_LONG: Final = 100
"""Seconds from which on minutes are told."""
_STEP: Final = 5
"""Seconds: a nearer guess would only look exact."""


def model_title(listed: ListedModel) -> str:
    """Its name, and whether it is here."""
    state = {
        ModelState.ABSENT: tr("not here"),
        ModelState.PARTLY: tr("partly here"),
        ModelState.INSTALLED: tr("here for everybody") if listed.is_shared else tr("is here"),
    }[listed.state]
    return f"{listed.model.name} · {state}"


def model_hint(listed: ListedModel, recommendation: Recommendation | None) -> str:
    """Two lines: its size and how many words it types wrongly; what it would be here."""
    words = listed.model.words_to_one_error
    expect = tr("Types about 1 in {words} words wrong.").format(words=words)
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
            "The chosen model {name} is not on this computer, so nothing is typed. Sound is kept. "
            "Plug in a stick with it, download it, or choose one that is here and save."
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
        return tr("Advised: text {seconds} after you stop ({how}).")
    if best:
        return tr("Slow, yet the best: text {seconds} after you stop ({how}).")
    return {
        Bearing.GOOD: tr("Suitable: text {seconds} after you stop ({how})."),
        Bearing.SLOW: tr("Slow: text {seconds} after you stop ({how})."),
        Bearing.TOO_SLOW: tr("Too slow: text {seconds} after you stop ({how})."),
        Bearing.TOO_BIG: tr("Too big: there is not enough memory ({how})."),
    }[fitness.bearing]


def _work_text(errand: Errand, progress: Progress | None) -> str:
    words = {
        Work.MEASURING: tr("Measuring this computer. That takes 20 seconds at most."),
        Work.VERIFYING: tr("Reading the models…"),
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
        count = round(seconds / _MINUTE)
        return tr("About {count} minutes left.", "", count).format(count=count)
    if seconds < _STEP:
        return tr("A few seconds left.")
    fives = seconds > 4 * _STEP
    count = _STEP * round(seconds / _STEP) if fives else round(seconds)
    return tr("About {count} seconds left.", "", count).format(count=count)


def _seconds(count: int) -> str:
    if count >= _LONG:
        count = round(count / _MINUTE)
        return tr("{count} minutes", "", count).format(count=count)
    count = max(1, count)
    return tr("{count} seconds", "", count).format(count=count)
