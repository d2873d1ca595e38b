"""The program's own words in the reader's language (gettext).

One process speaks with one reader, so the language is set once, at the edge, and read everywhere that words are
made for a person. Content (scenarios, rubrics) is translated by overlays instead.
"""

import gettext
import locale
import os
from functools import cache
from pathlib import Path

LANGUAGES = ("zh", "en")
_LOCALES = Path(__file__).with_name("locales")
_current = "en"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("duilian", _LOCALES, languages=[language], fallback=True)


def set_language(language: str) -> None:
    """Speak ``language`` from now on; anything but ``zh`` is English."""
    global _current
    _current = language if language in LANGUAGES else "en"


def language() -> str:
    """The language spoken at present, ``zh`` or ``en``."""
    return _current


def borrowed_words() -> None:
    """Have the standard library's own messages (argparse's) looked up in our catalogue, in the present language."""
    gettext.bindtextdomain("duilian", str(_LOCALES))
    gettext.textdomain("duilian")
    os.environ["LANGUAGE"] = _current


def gettext_(message: str) -> str:
    """The message in the present language; nothing for nothing (gettext keeps its own header under the empty text)."""
    return _catalogue(_current).gettext(message) if message else ""


_ = gettext_


def N_(message: str) -> str:
    """Marks a message for translation that is looked up later."""
    return message


def system_language() -> str:
    """``zh`` where the locale is Chinese, else ``en``."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    try:
        return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"
    except ValueError:
        return "en"
