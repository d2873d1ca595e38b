"""The sentence for every diagnostic code: what is wrong and what to do about it."""

from simulator.i18n import N_, _
from simulator.reasons import reason_in_words
from simulator.scenario.diagnostics import Diagnostic
from simulator.scenario.remedies_meaning import MEANING
from simulator.scenario.remedies_visits import VISITS
from simulator.scenario.remedies_writing import WRITING

SENTENCES: dict[str, str] = {**WRITING, **MEANING, **VISITS}


EXPECTED = {
    "dict_type": N_("a map (name: value, one a line)"),
    "model_type": N_("a map (name: value, one a line)"),
    "model_attributes_type": N_("a map (name: value, one a line)"),
    "string_type": N_("a text"),
    "int_type": N_("a whole number"),
    "int_parsing": N_("a whole number"),
    "int_from_float": N_("a whole number"),
    "float_type": N_("a number"),
    "float_parsing": N_("a number"),
    "finite_number": N_("a number"),
    "bool_type": N_("true or false"),
    "bool_parsing": N_("true or false"),
    "tuple_type": N_("a list (one entry a line, each after a dash)"),
    "list_type": N_("a list (one entry a line, each after a dash)"),
}
"""What should stand there, by the kind of a validation error."""

PROBLEMS = {
    problem: problem
    for problem in (
        N_("mapping values are not allowed in this context"),
        N_("block sequence entries are not allowed in this context"),
        N_("could not find expected ':'"),
        N_("did not find expected key"),
        N_("did not find expected '-' indicator"),
        N_("did not find expected ',' or ']'"),
        N_("did not find expected ',' or '}'"),
        N_("did not find expected node content"),
        N_("did not find expected <document start>"),
        N_("found character that cannot start any token"),
        N_("found unexpected end of stream"),
        N_("found unknown escape character"),
        N_("found a tab character that violates indentation"),
        N_("found a tab character where an indentation space is expected"),
        N_("control characters are not allowed"),
    )
}
"""What the YAML reader says, so that it is translated with the rest."""

KINDS = {
    kind: kind
    for kind in (
        N_("move"), N_("taboo"), N_("topic"), N_("need"), N_("state"), N_("ending"), N_("remark"), N_("issue"),
    )
}  # fmt: skip
"""What a dangling name was meant to be."""


def sentence(diagnostic: Diagnostic) -> str:
    """What is wrong and how to mend it, in the reader's language."""
    template = _(SENTENCES.get(diagnostic.code, "{problem}"))
    details = {"suggestion": "", "found": "", "hint": "", **diagnostic.details}
    guess = details.get("suggestion", "")
    details["suggestion"] = _(" (did you mean '{guess}'?)").format(guess=guess) if guess else ""
    if "what" in details:
        details["what"] = _(details["what"])
    if "expected" in details:
        details["expected"] = _(details["expected"])
    if "problem" in details:
        details["problem"] = _(details["problem"])
    if "source" in details:
        details["source"] = _(details["source"])
    if "hint" in details:
        details["hint"] = _(details["hint"])
    if "reason" in details:
        details["reason"] = reason_in_words(details["reason"])
    try:
        return template.format(**details)
    except KeyError:
        return template


def report_line(diagnostic: Diagnostic) -> str:
    """The diagnostic as one line: ``FILE:LINE:COLUMN: CODE message``."""
    where = f"{diagnostic.file}:{diagnostic.line}:{diagnostic.column}"
    return f"{where}: {diagnostic.code} {sentence(diagnostic)}"
