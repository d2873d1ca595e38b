"""The language that the command line asks for: ``--lang`` may stand anywhere, and is known before anything is said."""

from collections.abc import Sequence

from simulator.i18n import LANGUAGES, set_language, system_language


def language_asked(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The language that is asked for, known or not (None: none is), and the other arguments."""
    rest: list[str] = []
    chosen: str | None = None
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--lang":
            chosen = next(waiting, "")
        elif argument.startswith("--lang="):
            chosen = argument.partition("=")[2]
        else:
            rest.append(argument)
    return chosen, rest


def speak(chosen: str | None) -> None:
    """Speaks the language asked for, where it is one of ours, or else the system's."""
    set_language(chosen if chosen in LANGUAGES else system_language())


def asks_for_the_library(arguments: Sequence[str]) -> bool:
    """Whether nothing is asked for but the library, in a language of ours; then that language is spoken from now on.

    So the list of clients, which one waits for, is drawn without the long command line being set up first.
    """
    chosen, rest = language_asked(arguments)
    if rest or (chosen is not None and chosen not in LANGUAGES):
        return False
    speak(chosen)
    return True
