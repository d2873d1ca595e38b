"""Where a visit no longer goes as was expected of it, and what to do about it."""

from simulator.i18n import N_

VISITS: dict[str, str] = {
    "E500": N_("the scenario file {value} is not there; correct the way to it"),
    "E501": N_("this is not what 'duilian expect' writes; write it anew with that command"),
    "E502": N_(
        "turn {turn}: expected was the answer of {wanted}, today it is {found}; mend it, or expect it anew if it is meant"
    ),
    "E503": N_(
        "turn {turn}: expected were the needs {wanted}, today they are {found}; mend it, or expect it anew if it is meant"
    ),
    "E504": N_(
        "turn {turn}: expected were the events {wanted}, today they are {found}; mend it, or expect it anew if it is meant"
    ),
    "E505": N_("from here on {n} more turns go otherwise; mend the first one first"),
    "E506": N_(
        "expected was the ending '{wanted}', today it is '{found}'; mend it, or expect it anew if it is meant"
    ),
    "E507": N_("today the visit is over after turn {turn}; mend it, or expect it anew if it is meant"),
    "E508": N_(
        "turn {turn}: expected was the state {wanted}, today it is {found}; mend it, or expect it anew if it is meant"
    ),
    "E509": N_(
        "expected was the mark {wanted} for '{item}', today it is {found}; mend it, or expect it anew if it is meant"
    ),
    "E510": N_(
        "the visit was to pass, and today it does not ({found} points); mend it, or expect it anew if it is meant"
    ),
    "E511": N_(
        "the visit was not to pass, and today it does ({found} points); mend it, or expect it anew if it is meant"
    ),
}
