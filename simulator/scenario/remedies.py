"""The sentence for every diagnostic code: what is wrong and what to do about it."""

from simulator.i18n import N_, _
from simulator.reasons import reason_in_words
from simulator.scenario.diagnostics import Diagnostic

SENTENCES: dict[str, str] = {
    "Y100": N_("cannot be read ({reason}); check the name and the rights of the file"),
    "Y101": N_("is not valid YAML: {problem}; check indentation, colons and quotes around here"),
    "Y102": N_("is not UTF-8 (byte {byte}); save the file as UTF-8"),
    "Y103": N_("is larger than {limit} bytes; a scenario is a few pages of text"),
    "Y104": N_("is nested deeper than {limit} levels; check the brackets and the indentation"),
    "Y105": N_("has more than {limit} parts; split it"),
    "Y106": N_(
        "uses an anchor, alias or merge (&, *, <<), which is not allowed; write the text out, or put a text that begins so in quotes"
    ),
    "Y107": N_("uses the tag {tag}, which is not allowed; remove it, or put a text that begins with ! in quotes"),
    "Y108": N_("has a key that is not a plain word; write 'name: value'"),
    "Y109": N_("says '{key}' twice in the same map; keep one of them"),
    "Y110": N_("has a second document (---); put each scenario into a file of its own"),
    "Y111": N_("is not a map at the top; begin with 'format: 1'"),
    "Y112": N_("begins with a tabulator; write spaces, two for each step"),
    "Y113": N_("has a full-width colon; write '{key}: ' with a colon from the Latin keyboard and a space"),
    "Y114": N_("'{key}' needs a colon and a space before what follows; write '{key}: ...'"),
    "Y115": N_("this quotation mark is not closed; end the text with the same one (\" or ', not a Chinese one)"),
    "Y116": N_("this bracket is not closed; end it with the closing one from the Latin keyboard"),
    "Y118": N_("stands in a list without its dash; begin the line with '- ', a dash and a space"),
    "Y117": N_("has a wide space here; write ordinary spaces with the Latin keyboard"),
    "Y119": N_("has the character {value}, which no text may have; delete it"),
    "Y120": N_("'{value}' goes on with the text above; put its dash right below the dash above, or take it away"),
    "Y121": N_("'{value}' is one text with a dash in it; begin a new line for each entry of the list"),
    "Y122": N_("'{value}' is taken for a comment and not read; put the text in quotes"),
    "Y123": N_("'{value}' is not the dash of a list; write '- ' with the Latin keyboard"),
    "Y124": N_("'{key}' stands less far in than what is around it; move it {n} spaces further in"),
    "Y125": N_('this text has a colon and a space in it; put it in quotes: {key}: "..."'),
    "Y126": N_("begins with a byte-order mark; it is read all the same, save as UTF-8 without BOM"),
    "Y127": N_("is not looked at because of its name; rename it to {wanted}"),
    "S100": N_("unknown entry '{key}'{suggestion}; remove it or correct its name"),
    "S101": N_("'{key}' is missing here; add it"),
    "S102": N_("'{value}' is not allowed here; expected {expected}{hint}"),
    "S103": N_("'{value}' is not a valid id; use small letters, digits, - and _"),
    "S104": N_("format {value} is not known; this version reads format 1"),
    "S105": N_("this text is empty; write it or remove the entry"),
    "S106": N_("'{value}' is too long; at most {limit} characters"),
    "S107": N_("{value} is out of range; expected {expected}"),
    "S108": N_("'{key}' belongs to the entry above it; move it two spaces further in"),
    "S109": N_("'{key}' does not belong here but under {where}; move it there or remove it"),
    "S200": N_("the archetype '{value}' does not exist{suggestion}; correct the name or add its file"),
    "S201": N_("the archetype '{value}' extends itself; break the circle"),
    "S202": N_("there is no {language} text for this; add the overlay {file}"),
    "S203": N_("the overlay translates '{value}', which is not there{suggestion}; remove it or correct its name"),
    "S204": N_("the overlay may only hold texts, and this changes something else; remove it"),
    "S205": N_("this translation belongs to {value}, which is not beside it; rename it or add that file"),
    "S206": N_("the translation names '{value}', yet it stands beside '{wanted}'; write 'translates: {wanted}'"),
    "S207": N_("the file's name says that this is '{wanted}'; write 'language: {wanted}' or rename the file"),
    "S208": N_("the id is '{value}', yet the file is called {file}; give both the same name"),
    "S209": N_("the segment is '{value}', yet the file stands in {wanted}/; correct one of them"),
    "S210": N_("the archetype '{value}' is not one of {wanted} clients; choose one from clients/{wanted}/"),
    "S300": N_("unknown {what} '{value}'{suggestion}; correct the name or write that entry"),
    "S301": N_("unknown {what} '{value}'{suggestion}; correct the name, the handbook lists them all"),
    "S302": N_("states lie inside each other in a circle ({value}); take one 'inside:' out"),
    "S303": N_("the template names '${value}'; only {allowed} can be filled in here"),
    "S304": N_("'{value}' has a Chinese comma; put ', ' between the names: [one, two]"),
    "S305": N_("'{value}' is a {kind}; write '{kind}: {value}'"),
    "S401": N_(
        "state {state} has no answer to {value} that always holds; add a reaction without topic, form or when"
    ),
    "S402": N_("{value} is not translated (line {at} of {file}); add it here"),
    "S110": N_("has characters that cannot be seen ({value}), which are left out; delete them"),
    "S403": N_(
        "no reaction tells the need '{value}', so it never comes out; add a reaction with 'reveal: {value}'"
    ),
    "S404": N_("this reaction answers nothing; say with 'move:' or 'taboo:' what it answers"),
    "S405": N_("the remark '{value}' is never made; add 'when:' or have a reaction 'raise: {value}'"),
    "S406": N_("no way leads to the state '{value}'; add a reaction with 'go: {value}' or remove it"),
    "S407": N_("better for the client is '{value}', so 'limit' must lie on the other side of 'opening'; swap them"),
    "S408": N_("an issue with 'unit: choice' needs 'values:', the words for each choice and its number"),
    "S409": N_("{value} is none of the numbers under 'values:'; use one of them"),
    "S418": N_("'{value}' joins words that are no choices of their own; write each of them under 'values:' too"),
    "S410": N_("the fact '{value}' has the id of a topic, need or product; give it another"),
    "S420": N_("{value} still has the words of the source; translate it here"),
    "S421": N_(
        "{value} was translated from another text; adapt it, or run 'duilian translate --accept' if it still fits"
    ),
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
    "S411": N_(
        "this is never said: '{value}', which stands above, takes all of it first; move this up or narrow that"
    ),
    "S412": N_("'{value}' can never hold; compare with what can be (trust 0-100, revealed 0-3)"),
    "S413": N_("'{value}' always holds; remove the condition or correct its number"),
    "S415": N_(
        "this ending never comes: whenever it would, '{value}' above it does; move it up or change its 'when:'"
    ),
    "S416": N_(
        "this ending has no 'when:' and so hides those below it ({value}); add 'when:' or move it to the end"
    ),
    "S417": N_("'{value}' stands here twice; change or remove one"),
    "S419": N_("nothing asks for the topic '{value}'; give it 'say:', name it in a reaction, or remove it"),
    "S437": N_("nobody can refuse this temptation; add an answer with 'move: [decline, hold_position]'"),
    "S438": N_("wants an answer and has none; add 'answers:'"),
    "S422": N_("none of these choices is '{value}'; mark at least one with 'verdict: {value}'"),
    "S423": N_("{value} characters are too many to be said at one go, {limit} at most; make two lines of it"),
    "S428": N_("{value} words are too many to be said at one go, {limit} at most; make two lines of it"),
    "S424": N_("'{value}' is not Chinese, as the rest is; translate it"),
    "S429": N_("'{value}' is not English, as the rest is; translate it"),
    "S425": N_("{value} is far from what is usual ({expected}; {source}); check the number and its unit"),
    "S427": N_("the authority {value} goes further than the bank's floor {floor}; swap them or correct one"),
    "S430": N_("the step {value} is wider than the whole way from opening to limit ({way}); write a smaller one"),
    "S431": N_("'{value}' is only found from the course of the talk, nobody can react to it; remove it"),
    "S432": N_("only questions are open or closed; remove 'form:' or ask for a question"),
    "S433": N_("nothing is said and nothing changes; write 'say:' or remove this"),
    "S435": N_("'{value}' looks like a list in one text; write [one, two] with commas from the Latin keyboard"),
    "S436": N_("a latent need has to be drawn out; say with 'thread:' by which question"),
    "S440": N_("'{value}' stands under '{other}' too, which takes it; take it out of one of them"),
    "S441": N_(
        "'{value}' is said in nearly every sentence and takes what is meant for others; write a longer word"
    ),
    "S442": N_("'{value}' has a meaning of its own; give this entry another id"),
    "S443": N_("an investment has risks that have to be told; write them under 'risks:'"),
    "S444": N_("'anywhere' is no state one can be in; name one of the others"),
    "S445": N_("{value} is not counted in {unit}, but in {units}; correct 'unit' or 'quantity'"),
    "S446": N_(
        "the bank's floor {value} is beyond what the client takes ({limit}), so no deal is possible; correct one of them or, "
        "if that is meant, write 'empty_zone: true' under 'bargaining:'"
    ),
    "S447": N_("'empty_zone' is announced, yet a deal is possible on every issue; remove it or correct a floor"),
    "S448": N_("the bank aims at {value}, more than its floor {floor} gives; correct 'target' or 'floor'"),
    "S449": N_("'{value}' would be said as it stands; write '${name}' for what is to be filled in"),
    "S450": N_(
        "every ending asks for something, and where none fits there is none; take 'when:' out of the last one"
    ),
    "S451": N_(
        "nothing leads out of the state '{value}' and nothing comes of it; add a reaction with 'go:', write 'inside:' or 'final: true'"
    ),
    "S452": N_("'{value}' is an example of '{other}' too; leave it under one of them"),
    "S453": N_(
        "'{value}' can never hold, for with this client nothing is bargained over; correct it or write 'bargaining:'"
    ),
    "S456": N_(
        "a negotiation without 'bargaining:' has nothing to bargain over; write it or choose another kind of visit"
    ),
    "S457": N_(
        "R{value} is above the client's C{grade}, so the product cannot meet a need; correct a grade or take 'meets:' out"
    ),
    "S454": N_("the words that this translates have '{value}' to be filled in, and this has nothing; put it in"),
    "S455": N_(
        "this is tried before '{value}', which has the name of an inherited reaction, and takes all of it; narrow this or leave it out"
    ),
    "S458": N_(
        "the state '{value}' is final, so the visit ends on entering it and its reactions are never said; take 'final: true' out, or the reactions"
    ),
    "S459": N_(
        "'{value}' waits for something that never comes about in this visit; correct it or let that come about"
    ),
    "S460": N_(
        "'{value}' waits for what itself waits for this ({others}), so none ever comes; let one of them come first"
    ),
    "S461": N_(
        "this is the only answer to {value} in the states {states}, and '{key}:' narrows it; take that out, or add a reaction below it without topic, form or when"
    ),
    "S462": N_("the taboo '{value}' is rewarded here ({change}); write what it costs, with a minus"),
    "S463": N_(
        "'${name}' may have nothing to be filled in, for this ending also comes without; ask for '{condition}' under 'when:', or tell a day under 'dated:'"
    ),
    "S464": N_(
        "has {value} where the text that it translates (line {at} there) has {other}; adapt the translation, or correct that text"
    ),
    "S465": N_(
        "the bargaining has {value}, yet under 'you:' the dossier tells the trainee {told} for it; let both say the same"
    ),
    "S466": N_("'{value}' contradicts {other}, which is said of it elsewhere; let both say the same"),
    "S467": N_("the visit begins in '{value}', which is final, so it is over at once; begin in another state"),
    "S468": N_("with patience {value} the client leaves at the first turn; write a higher one"),
    "S469": N_(
        "he insists on {value}, yet all that the bank can give is worth {most} to him, so no deal is possible; lower it or correct a floor"
    ),
    "S470": N_(
        "the client is vulnerable and has no valid risk test, so what is R{value} meets no need; take 'meets:' out, or give the client's own 'risk_grade'"
    ),
    "S471": N_(
        "with patience {value}, of which every turn costs {cost}, the client leaves after {n} turns and little can come out; write a higher one"
    ),
    "S472": N_(
        "the question that should draw '{value}' out speaks of '{other}' ('{word}'); ask for what brings '{value}' out"
    ),
    "S473": N_("counts as needed, yet the reason given says '{value}'; correct the verdict or the reason"),
    "S475": N_(
        "an offer made with '{value}' does not reach the table ('{said}' is heard as: {heard}); write a word that says this term and nothing else"
    ),
    "S476": N_(
        "said to the client, this is heard as: {heard} (subject: {about}), and does not draw '{value}' out; ask for it with a word of its topic"
    ),
    "S474": N_("stands for {value}, which the source does not have ({known}); write one of those"),
    "S478": N_(
        "{n} texts from here on still stand in the source's words, marked # TODO; translate them, or leave one out with its mark"
    ),
    "S479": N_(
        "said to the client, this question is heard as: {heard} (subject: {about}), and not as one about '{value}'; word it otherwise"
    ),
    "S480": N_(
        "an example of {value}, and heard as: {heard}; make it a plain sentence of one thought, and write what it is not under 'counterexamples'"
    ),
    "S481": N_(
        "because of this example the harmless words '{said}' are heard as {value}; keep only what nobody would say in innocence"
    ),
    "S482": N_("is heard as {value} all the same; write the whole sentence as it is said"),
    "S483": N_("'{value}' is both an example and a counterexample of this; leave it under one of them"),
    "S484": N_('{value} is a number here, and this is a text; put it in quotes: "{value}"'),
    "S477": N_("choices are no {value}, and their numbers would be said as such; write 'quantity: amount'"),
    "C200": N_("a condition is a text such as: trust >= 45 and revealed.need"),
    "C201": N_(
        "the condition cannot be read at '{found}'; compare with <, <=, ==, !=, >=, > and join with and, or, not"
    ),
    "C202": N_("the condition lacks a closing bracket before '{found}'; add it"),
    "C203": N_(
        "the condition has '{found}' where a name or a number should stand; write: trust >= 45 and turn > 3"
    ),
    "C204": N_(
        "the condition asks for '{found}', which is not known{suggestion}; ask for trust, patience, turn, round, "
        "stage, revealed.NEED, heard.MOVE, said.TABOO, raised.REMARK, settled.REMARK, answered.REMARK, "
        "yielded.REMARK, ignored.REMARK, with.REMARK, offered.ISSUE, agreed.ISSUE, in.STATE"
    ),
    "C205": N_("the condition is too long; split it into two reactions"),
}


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
