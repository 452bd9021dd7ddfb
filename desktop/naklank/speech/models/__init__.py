"""The speech models: what can be had, what is here and whole, and how it comes here."""

from naklank.speech.models.catalogue import (
    CataloguedModel,
    ModelFile,
    read_catalogue,
    read_models,
)
from naklank.speech.models.ready import BASE, ready_model

__all__ = [
    "BASE",
    "CataloguedModel",
    "ModelFile",
    "read_catalogue",
    "read_models",
    "ready_model",
]
