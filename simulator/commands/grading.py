"""``duilian score``: grades transcripts and shows the debriefs as text, JSON, pages or Markdown."""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from simulator.commands.finding import read_transcript_file
from simulator.commands.many import Rubrics, scorecard_lines
from simulator.commands.other_words import other_words
from simulator.commands.problem import Problem
from simulator.i18n import _, language
from simulator.reasons import reason_in_words
from simulator.transcript.record import Transcript

if TYPE_CHECKING:
    from scoring import Debrief, Scorecard


@dataclass(frozen=True)
class Graded:
    """A transcript's file and what it is worth."""

    name: str
    transcript: Transcript
    card: "Scorecard"
    debrief: "Debrief"

    def as_json(self) -> dict[str, Any]:
        """The scorecard, with what was tried out beside it."""
        tried = self.debrief.what_if
        return {**self.card.as_json(), **(tried.as_json() if tried is not None else {})}


def score(options: argparse.Namespace) -> int:
    """Grades the transcripts. One bad file does not keep the others from being graded; it is named at the end, status 2."""
    if options.against:
        if options.markdown:
            raise Problem(_("--against tells what changed as text, --json or --html; it takes no --markdown"))
        _refuse_overwriting(options)
        from simulator.commands.anew import score_against

        return score_against(options)
    unread: list[str] = []
    _refuse_overwriting(options)
    if options.html or options.markdown:
        _pages(options, unread)
    elif options.json and not options.what_if:
        for line in scorecard_lines(options.transcripts, options.rubric, options.lang):
            unread.extend(line.wrong)
            if line.text:
                print(line.text)
    else:
        for graded in _graded(options, unread, options.lang):
            if options.json:
                print(json.dumps(graded.as_json(), ensure_ascii=False))
            else:
                _print(graded, options)
    if unread:
        raise Problem(*unread)
    return 0


def _print(graded: Graded, options: argparse.Namespace) -> None:
    from scoring import plain_debrief

    if len(options.transcripts) > 1:
        print(f"== {graded.name} ==")
    print(plain_debrief(graded.debrief, graded.debrief.language))


def _graded(options: argparse.Namespace, unread: list[str], spoken: str | None) -> Iterator[Graded]:
    """Each transcript graded, in ``spoken`` or its own language; what cannot be read goes to ``unread``."""
    from scoring import debrief, grade

    rubrics = Rubrics(options.rubric, spoken)
    for name in options.transcripts:
        try:
            transcript = read_transcript_file(name)
        except Problem as problem:
            unread.extend(problem.lines)
            continue
        rubric = rubrics.of(transcript)
        card = grade(transcript, rubric)
        tried = other_words(name, transcript, options.rubric) if options.what_if else None
        yield Graded(name, transcript, card, replace(debrief(transcript, card, rubric), what_if=tried))


def _pages(options: argparse.Namespace, unread: list[str]) -> None:
    """Writes the pages asked for; what else was asked for goes to standard output."""
    spoken = options.lang or _common_language(options.transcripts)
    every = list(_graded(options, unread, spoken))
    if not every:
        return
    visits = [(graded.debrief, graded.transcript) for graded in every]
    written: list[Path] = []
    if options.markdown:
        from scoring.report import markdown_page

        text = markdown_page(visits, spoken)
        if options.markdown == "-":
            sys.stdout.write(text)
        else:
            written.append(write_page(Path(options.markdown), text))
    if options.html:
        written += _write_html(options.html, every, spoken)
    if options.json:
        for graded in every:
            print(json.dumps(graded.as_json(), ensure_ascii=False))
    elif options.markdown != "-":
        for path in written:
            print(_("written: {path}").format(path=path))


def _write_html(out: str, every: list[Graded], spoken: str) -> list[Path]:
    """One page, or a folder of pages behind an index where ``out`` is a folder or ends like one."""
    from scoring.report import html_page, index_page

    visits = [(graded.debrief, graded.transcript) for graded in every]
    folder = Path(out)
    if not (out.endswith(("/", "\\")) or folder.is_dir()):
        return [write_page(folder, html_page(visits, spoken))]
    names = _file_names([graded.name for graded in every])
    written = [
        write_page(folder / name, html_page([visit], spoken)) for name, visit in zip(names, visits, strict=True)
    ]
    links = [quote(name) for name in names]
    return [write_page(folder / "index.html", index_page(visits, links, spoken)), *written]


def _file_names(transcripts: list[str]) -> list[str]:
    """A name for each page, made of the transcript's; the same twice gets a number."""
    names: list[str] = []
    for transcript in transcripts:
        stem = re.sub(r"[^\w.-]+", "-", Path(transcript).stem)[:80].strip(".-") or "visit"
        number, name = 1, stem
        while f"{name}.html".lower() in {"index.html", *(known.lower() for known in names)}:
            number += 1
            name = f"{stem}-{number}"
        names.append(f"{name}.html")
    return names


def write_page(path: Path, text: str) -> Path:
    """Writes a page, with the folders it needs. Raises `Problem` where it cannot."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = reason_in_words(error.strerror or str(error))
        raise Problem(_("{path}: cannot be written: {reason}").format(path=path, reason=reason)) from None
    return path


def _refuse_overwriting(options: argparse.Namespace) -> None:
    """A page never takes the place of a transcript or a rubric."""
    inputs = {Path(name).resolve() for name in (*options.transcripts, options.rubric or "") if name}
    for out in (options.html, options.markdown):
        if out and out != "-" and Path(out).resolve() in inputs:
            raise Problem(_("{path}: is read here and would be overwritten; name another file").format(path=out))


def _common_language(transcripts: list[str]) -> str:
    """The language of all the visits where they share one, else the reader's."""
    spoken = set()
    for name in transcripts:
        try:
            spoken.add(read_transcript_file(name).header.language)
        except Problem:
            continue
    return spoken.pop() if len(spoken) == 1 and spoken <= {"zh", "en"} else language()
