"""Whether a model is that of the corpus: the hash of everything it was trained from."""

import hashlib
from pathlib import Path

from simulator.language.corpus_file import FOLDER

TEST_HANDS = dict.fromkeys(("zh", "en"), frozenset({"t01", "t02", "t03", "t04"}))
"""Authors who are never trained on: what the tables report is measured on their words."""


def corpus_hash(language: str, folder: Path = FOLDER) -> str:
    """The hash of the corpus that a model was trained from, kept beside the model."""
    digest = hashlib.sha256()
    for file in sorted(path for path in (folder / language).glob("*/*") if path.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
