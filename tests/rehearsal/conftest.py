"""The shipped clients in both languages, each loaded once."""

from functools import cache
from pathlib import Path

from scoring import Rubric, load_rubric
from simulator.client import Client
from simulator.scenario.load import Loaded, load_scenario
from tests.client.walks import FILES

CLIENTS = [(path, language) for path in FILES for language in ("zh", "en")]
IDS = [f"{path.stem}-{language}" for path, language in CLIENTS]


@cache
def loaded(path: Path, language: str) -> Loaded:
    """A shipped scenario."""
    return load_scenario(path, language)


@cache
def client(path: Path, language: str) -> Client:
    """Its client."""
    return Client(loaded(path, language).scenario)


@cache
def rubric(language: str) -> Rubric:
    """The shipped rubric."""
    return load_rubric(language=language)
