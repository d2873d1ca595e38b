"""``duilian schema``: what an editor has to know of the files, as JSON Schema."""

import argparse
import json
from pathlib import Path

from simulator.authoring.schemas import KINDS, schema
from simulator.i18n import _, language


def schemas(options: argparse.Namespace) -> int:
    """Prints one schema, or writes one or all of them into a folder."""
    if options.out is None:
        print(text_of(options.kind or "scenario"), end="")
        return 0
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    for kind in [options.kind] if options.kind else KINDS:
        path = folder / f"{kind}.json"
        path.write_text(text_of(kind), encoding="utf-8")
        print(_("{path} written").format(path=path))
    return 0


def text_of(kind: str) -> str:
    """The schema as it stands in a file, descriptions in the reader's language first."""
    return json.dumps(schema(kind, language()), ensure_ascii=False, indent=1) + "\n"
