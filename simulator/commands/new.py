"""``duilian new``: asks a few things and writes a client that plays at once."""

import argparse
import re
import sys
from dataclasses import replace
from pathlib import Path

from simulator.authoring.archetypes import archetypes
from simulator.authoring.field_words import VALUES
from simulator.authoring.starter import VISITS, NewClient, NewNeed, id_of, written
from simulator.authoring.starter_visits import KINDS
from simulator.commands.finding import finding_line
from simulator.commands.problem import Problem
from simulator.i18n import N_, _, language
from simulator.scenario.checking import check_file
from simulator.text import clean_line

SEGMENT_WORDS = {"corporate": N_("corporate client"), "retail": N_("retail client")}
TERMS = {
    "rate": N_("the rate of a loan"),
    "deposit": N_("the rate of a deposit"),
    "amount": N_("the amount"),
    "tenor": N_("how long it runs"),
    "share": N_("a share or a margin in per cent"),
    "fee": N_("a fee in per cent"),
    "refund": N_("money paid back, in yuan"),
    "choice": N_("one of several things, such as hours of service"),
}
"""What a new client may bargain over, by the kind of figure."""
MOST_NEEDS = 8
_ID = re.compile(r"[a-z][a-z0-9_-]{0,59}")
_FITTING = {"complaint": "retail/upset-customer", "retention": "retail/upset-customer"}


def new(options: argparse.Namespace) -> int:
    """Writes the file and says what to do next. Never writes over a file."""
    asked = _Asking(options)
    client = asked.asked()
    path = Path(options.out or f"{client.id}.yaml")
    text = written(client, path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise Problem(_("{path}: is there already; choose another name with --out").format(path=path)) from None
    print(_("{path} written").format(path=path))
    faults = check_file(path)
    for fault in faults:
        print(finding_line(fault))
    print(_("What now:"))
    for command, why in (
        (f"duilian preview {path}", _("talk with the client while you write")),
        (f"duilian check {path}", _("what is wrong, and how to mend it")),
        (f"duilian graph {path} --svg {path.stem}.svg", _("see it as a picture")),
        (f"duilian play {path}", _("a visit with its debrief")),
    ):
        print(f"  {command}   # {why}")
    return 1 if any(fault.severity != "warning" for fault in faults) else 0


def summary(client: NewClient) -> list[tuple[str, str]]:
    """Everything that was answered, by what was asked."""
    zh = client.language == "zh"
    return [
        (_("Whom the visit is to"), _(SEGMENT_WORDS[client.segment])),
        (_("Kind of visit"), VALUES[client.visit][0 if zh else 1]),
        (_("Most like"), client.archetype),
        (_("Title"), client.title),
        ("id", client.id),
        (_("Name"), client.name),
        (_("Firm or household"), client.organisation),
        (_("One says"), client.address),
        (_("Position"), client.role),
        *(
            (
                _("Need"),
                " | ".join((need.statement, need.topic, ", ".join(need.words), need.said or _("(to write)"))),
            )
            for need in client.needs
        ),
        (_("Bargained over"), _(TERMS[client.term]) if client.bargains else "-"),
    ]


class _Back(Exception):
    """The last question is to be asked again."""


class _Asking:
    """Takes from the flags what is there, asks the rest, or takes what is usual (``--yes``)."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.quiet = bool(options.yes)
        self.given: list[str] = []
        """What was answered so far, so that one can go back."""
        self.at = 0
        self.beforehand = _answers_in(options.answers)
        """Answers of another time, one a line, taken before anything is asked."""

    def broken_off(self, question: str) -> Problem:
        """What is told where the answers end before the questions do; those there are kept in a file."""
        told = _("the answers end at '{question}', so no client was written").format(question=question.strip())
        if self.given:
            kept = Path(f"{self.options.out or 'new-client'}.answers.txt")
            try:
                kept.write_text("\n".join(self.given) + "\n", encoding="utf-8")
            except OSError as error:
                raise Problem.unreadable(kept, error) from None
            told += _("; the {n} answers so far are in {path}: go on with 'duilian new --answers {path}'").format(
                n=len(self.given), path=kept
            )
        return Problem(told + _("; --yes takes what is usual without asking"))

    def asked(self) -> NewClient:
        """The client, when nothing is taken back any more."""
        if not self.quiet and sys.stdin.isatty():
            print(_("Enter takes what stands in brackets; < goes back to the last question."))
        while True:
            self.at = 0
            try:
                client = self.client()
                self.confirmed(client)
                return client
            except _Back:
                if self.given:
                    self.given.pop()

    def confirmed(self, client: NewClient) -> None:
        """Shows a person at a terminal what was answered; raises `_Back` where it is not right."""
        if self.quiet or not sys.stdin.isatty():
            return
        for words, value in summary(client):
            print(f"  {words}: {value}")
        while self.line(_("Is that right (y, or < to go back)"), "y").lower() not in ("y", "yes", "是", "对", "好"):
            print(_("< goes back, question by question"))

    def client(self) -> NewClient:
        options, zh = self.options, language() == "zh"
        segment = self.choice("segment", _("Whom is the visit to"), {id: _(w) for id, w in SEGMENT_WORDS.items()})
        visit = self.choice("visit", _("What kind of visit"), {id: VALUES[id][0 if zh else 1] for id in VISITS})
        known = archetypes(segment, language())
        usual = _FITTING.get(visit, "")
        archetype = self.choice("client", _("Who is most like the client"), known, usual if usual in known else "")
        title = self.text(
            "title",
            _("Title, as the library shows it (e.g. The bakery that needs a second oven)"),
            _("A new client"),
        )
        id = self.text(
            "id",
            _("The client's id, which names the file, too (small letters, digits and -; e.g. corner-bakery)"),
            id_of(title),
        )
        while not _ID.fullmatch(id):
            if self.quiet or options.id:
                raise Problem(_("'{id}' is not a valid id; use small letters, digits, - and _").format(id=id))
            id = self.text("", _("Small letters, digits and -, beginning with a letter"), "my-client")
        name = self.text("name", _("The client's name (e.g. Sam Hollis)"), _("Wang Min"))
        return NewClient(
            id=id,
            language=language(),
            title=title,
            segment=segment,
            visit=visit,
            archetype=archetype,
            organisation=self.text(
                "organisation",
                _("Firm or household (e.g. Corner Bakery, or the Hollis family)"),
                _("A firm in town") if segment == "corporate" else _("The family of {name}").format(name=name),
            ),
            name=name,
            role=(
                role := self.text(
                    "role",
                    _("Position or occupation (e.g. owner, finance director, retired teacher)"),
                    _("Owner") if segment == "corporate" else _("Employee"),
                )
            ),
            address=self.text(
                "address", _("How one speaks to the person (e.g. Mr Hollis)"), address_of(name, role, language())
            ),
            needs=self.needs(visit),
            bargains=(bargains := self.bargains(visit)),
            term=self.term(visit) if bargains else "rate",
        )

    def term(self, visit: str) -> str:
        """What is bargained over first."""
        usual = "refund" if visit == "complaint" else "rate"
        if self.options.bargain or self.quiet:
            return usual
        return self.choice("", _("Over what, first of all"), {id: _(words) for id, words in TERMS.items()}, usual)

    def bargains(self, visit: str) -> bool:
        if self.options.bargain or self.quiet:
            return bool(self.options.bargain) or visit == "negotiation"
        usual = "y" if visit == "negotiation" else "n"
        return self.line(_("Are terms bargained over (y or n)"), usual).lower() in ("y", "yes", "是", "要", "有")

    def needs(self, visit: str) -> tuple[NewNeed, ...]:
        given = [replace(self.need(text, n), own=True) for n, text in enumerate(self.options.need or ())]
        of_the_kind = KINDS[visit].needs if visit in KINDS else ()
        usual = tuple(need[0 if language() == "zh" else 1] for need in of_the_kind) or (
            _("A loan for the season | the loan | loan, borrow, season | I need a loan to get through the season."),
            _(
                "Worries about the lease | the lease | lease, rent, landlord | The lease runs out, and I don't know whether I can stay."
            ),
        )
        if given:
            return tuple(given)
        if self.quiet:
            return tuple(self.need(text, number) for number, text in enumerate(usual))
        if self.at >= len(self.given):
            print(
                _(
                    "What does the client need? First what they ask for, then what they don't say (e.g. A second oven before the season, 300,000). An empty line ends."
                )
            )
        found: list[NewNeed] = []
        while len(found) < MOST_NEEDS:
            number = len(found)
            default = usual[0].partition(" | ")[0] if not found else ""
            text = self.line(_("Need {n}").format(n=number + 1), default)
            if not text:
                break
            if not found and text == default:
                found.append(self.need(usual[0], 0))
                continue
            if "|" in text or "｜" in text:  # all in one, as the flag takes it
                found.append(replace(self.need(text.replace("｜", "|"), number), own=True))
                continue
            topic = self.line(_("   in two or three words, what is it about (e.g. the second oven)"), text[:30])
            words = self.line(
                _("   words a trainee would use for it, with commas (e.g. oven, machine, loan)"), topic
            )
            said = self.line(
                _(
                    "   what the client says, in their own words (e.g. I want a second oven; Enter leaves it to be written)"
                ),
                "",
            )
            found.append(NewNeed(text, topic, _split(words), number > 0, said, own=True))
        return tuple(found)

    def need(self, text: str, number: int) -> NewNeed:
        """A need given as ``statement | topic | word, word | what the client says``."""
        parts = [clean_line(part) for part in text.split("|")]
        statement = parts[0]
        topic = parts[1] if len(parts) > 1 and parts[1] else statement[:30]
        words = _split(parts[2]) if len(parts) > 2 and parts[2] else (topic,)
        if not statement:
            raise Problem(_("--need takes: what is needed | what it is about | word, word | what the client says"))
        return NewNeed(statement, topic, words, number > 0, parts[3] if len(parts) > 3 else "")

    def choice(self, flag: str, question: str, known: dict[str, str], usual: str = "") -> str:
        """One of the ids, given by flag, number or id."""
        given = getattr(self.options, flag) if flag else None
        usual = usual or next(iter(known))
        if given is None and not self.quiet and self.at >= len(self.given):
            print(f"{question}:")
            for number, (id, words) in enumerate(known.items(), 1):
                print(f"  {number}. {words} ({id})")
        while True:
            answer = given or (usual if self.quiet else self.line(_("Number"), str([*known].index(usual) + 1)))
            if answer.isdecimal() and 1 <= int(answer) <= len(known):
                return [*known][int(answer) - 1]
            if answer in known:
                return str(answer)
            told = _("'{answer}' is none of: {known}").format(answer=answer[:40], known=", ".join(known))
            if flag == "client" and answer.partition("/")[0] in set(SEGMENT_WORDS) - {
                next(iter(known)).partition("/")[0]
            }:
                told = _("'{answer}' is for the other kind of client; this visit takes one of: {known}").format(
                    answer=answer[:40], known=", ".join(known)
                )
            if given or self.quiet:
                raise Problem(told)
            if self.at >= len(self.given):
                print(told)

    def text(self, flag: str, question: str, usual: str) -> str:
        """A text, given by flag or answered."""
        given = getattr(self.options, flag) if flag else None
        return clean_line(given, 200) if given else usual if self.quiet else self.line(question, usual)

    def line(self, question: str, usual: str) -> str:
        """One answer; an empty one is the usual. Raises `_Back` where the last one is to be asked again."""
        if self.at < len(self.given):
            self.at += 1
            return self.given[self.at - 1]
        print(f"{question} [{usual}]: " if usual else f"{question}: ", end="", flush=True)
        answer = self.beforehand.pop(0) if self.beforehand else sys.stdin.readline()
        if not answer:
            raise self.broken_off(question)
        said = clean_line(answer, 400)
        if said in ("<", "＜", "《"):
            raise _Back
        self.given.append(said or usual)
        self.at += 1
        return said or usual


_TITLES = re.compile(
    r"(?:科长|[处局院校行所站园]长|主任|书记|总监|经理|会计|出纳|老师|教师|医生|大夫|护士长|老板|店主|厂长|工程师|律师|教授)$"
)
_SPOKEN = {"教师": "老师", "店主": "老板", "总监": "总", "工程师": "工", "大夫": "大夫"}


def address_of(name: str, role: str, spoken: str) -> str:
    """How one speaks to a person whose name and position are known; in English the name, for nothing tells Mr from Ms."""
    if spoken != "zh" or not re.fullmatch("[\u4e00-\u9fff]{2,4}", name):
        return name
    family = name[:2] if len(name) == 4 or name[:2] in ("欧阳", "司马", "上官", "诸葛", "司徒") else name[:1]
    title = _TITLES.search(role)
    return family + (_SPOKEN.get(title[0], title[0]) if title else "总" if "总" in role else "老师")


def _answers_in(path: str | None) -> list[str]:
    """The lines of a file of answers; none without one. Raises `Problem`."""
    if path is None:
        return []
    try:
        return [f"{line}\n" for line in Path(path).read_text(encoding="utf-8").splitlines()]
    except OSError as error:
        raise Problem.unreadable(path, error) from None
    except UnicodeDecodeError:
        raise Problem(_("{path}: is not UTF-8; save it as UTF-8").format(path=path)) from None


def _split(words: str) -> tuple[str, ...]:
    found = [part.strip() for part in re.split("[,，、;；]", words)]
    return tuple(dict.fromkeys(part for part in found if part))
