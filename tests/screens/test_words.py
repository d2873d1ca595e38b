"""Every word of the screens has its Chinese, with the same places to fill."""

import re
from pathlib import Path

from babel.messages.extract import extract_from_dir

from simulator.i18n import _, set_language

ROOT = Path(__file__).resolve().parents[2]
PLACES = re.compile(r"\{\w+\}")
SAME = {"English"}


def messages() -> set[str]:
    """All msgids of the screens."""
    found = extract_from_dir(str(ROOT / "simulator" / "screens"), keywords={"_": None, "N_": None})
    return {str(message) for _file, _line, message, _comments, _context in found}


def test_every_message_is_translated() -> None:
    set_language("zh")
    found = messages()
    assert len(found) > 100
    missing = sorted(message for message in found if _(message) == message and message not in SAME)
    assert missing == []


def test_translations_keep_the_places() -> None:
    set_language("zh")
    wrong = [message for message in messages() if set(PLACES.findall(message)) != set(PLACES.findall(_(message)))]
    assert wrong == []
