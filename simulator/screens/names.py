"""Words for the closed sets of the scenario format."""

from simulator.i18n import N_, _

SEGMENTS = {"corporate": N_("Corporate clients"), "retail": N_("Private clients")}
VISITS = {
    "first": N_("first visit"),
    "maintenance": N_("maintenance visit"),
    "retention": N_("retention visit"),
    "complaint": N_("complaint"),
    "phone": N_("phone call"),
    "referral": N_("referral visit"),
    "negotiation": N_("negotiation"),
}
PHASES = {
    "open": N_("Opening the talk"),
    "discover": N_("Finding the needs"),
    "listen": N_("Listening"),
    "present": N_("Presenting"),
    "negotiate": N_("Negotiating"),
    "close": N_("Closing"),
    "repair": N_("Making good"),
}
"""The phases of a visit that moves belong to."""
LANGUAGES = {"zh": "中文", "en": "English"}


def visit_name(visit: str) -> str:
    """The kind of visit in the reader's language; an unknown kind as it is written."""
    return _(VISITS[visit]) if visit in VISITS else visit


def segment_name(segment: str) -> str:
    """The segment as a heading in the reader's language."""
    return _(SEGMENTS[segment]) if segment in SEGMENTS else segment


def language_names(languages: tuple[str, ...]) -> str:
    """The languages, each in its own words."""
    return " · ".join(LANGUAGES.get(language, language) for language in languages)


def stars(difficulty: int) -> str:
    """The difficulty, 1 to 5, as stars."""
    full = min(max(difficulty, 0), 5)
    return "★" * full + "☆" * (5 - full)


def started_at(started: str) -> str:
    """Day and time, as they stand in a transcript's head, to the minute."""
    return started[:16].replace("T", " ")
