"""The commands that look at what there is: ``list``, ``replay``, ``demo``."""

import argparse
import json
import sys
from pathlib import Path

from simulator.commands.finding import find_rubric, read_transcript_file
from simulator.commands.terminal import on_terminal
from simulator.commands.wording import first_heard_lines, heard_line, mood, said_by_you
from simulator.i18n import _, language
from simulator.scenario.library import read_library
from simulator.scenario.remedies import report_line
from simulator.text import clean
from simulator.transcript.record import Transcript

DEMO = Path(__file__).with_name("demo")


def list_scenarios(options: argparse.Namespace) -> int:
    """Prints the library; faulty files are named on standard error, status 1."""
    library = read_library()
    if options.json:
        rows = [
            {
                "id": entry.id,
                "title": entry.said(entry.titles, language()),
                "segment": entry.segment,
                "visit": entry.visit,
                "difficulty": entry.difficulty,
                "languages": list(entry.languages),
            }
            for entry in library.entries
        ]
        print(json.dumps(rows, ensure_ascii=False))
    else:
        for entry in library.entries:
            stars = "★" * entry.difficulty
            print(f"{entry.id:<24} {entry.said(entry.titles, language())}  {stars}  [{', '.join(entry.languages)}]")
            summary = entry.said(entry.summaries, language())
            if summary:
                print(f"{'':<24} {summary}")
    for fault in library.faults:
        print(report_line(fault), file=sys.stderr)
    return 1 if library.faults else 0


def replay(options: argparse.Namespace) -> int:
    """Shows a visit again, turn by turn: on screens, or as text where there is no terminal; or amends a turn of it."""
    if options.amend is not None:
        from simulator.commands.review import amend_turn

        return amend_turn(options)
    transcript = read_transcript_file(options.transcript)
    if options.plain or not on_terminal():
        show_transcript(transcript)
        return 0
    from simulator.screens.app import Start, run_app

    return run_app(Start(review=transcript, reviewed_file=Path(options.transcript), reviewer=options.by or ""))


def show_transcript(transcript: Transcript) -> None:
    """The visit as text: what was said, what was understood, and the client's mood."""
    brief = transcript.header.brief
    print(f"== {brief.title if brief else transcript.header.scenario} ==\n")
    contact = brief.contact if brief and brief.contact else _("Client")
    if transcript.opening:
        print(f"{contact}: {transcript.opening}\n")
    for exchange in transcript.exchanges:
        print(f"{exchange.turn}. {said_by_you(exchange)}")
        print(heard_line(exchange), *first_heard_lines(exchange), sep="\n")
        print(f"{contact}: {exchange.client.text}")
        if exchange.client.note:
            print(clean(exchange.client.note))
        print(f"   [{mood(exchange)}]\n")
    if transcript.ending is None:
        print(_("(not ended; 'duilian resume' goes on)"))


def demo(options: argparse.Namespace) -> int:
    """Plays a recorded trainee against a shipped client, through the real parts, and prints the debrief."""
    from simulator.commands.rehearsed import rehearse

    transcript = rehearse(DEMO, options.lang or language())
    if not options.brief:
        show_transcript(transcript)
    from scoring import debrief, grade, plain_debrief

    rubric = find_rubric(None, transcript.header.language)
    result = debrief(transcript, grade(transcript, rubric), rubric)
    print(plain_debrief(result, transcript.header.language))
    return 0
