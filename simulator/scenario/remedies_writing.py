"""What is wrong with how a file is written: its YAML, its keys and values, its names and conditions; and what to do about it."""

from simulator.i18n import N_

WRITING: dict[str, str] = {
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
        "stage, since_remark, revealed.NEED, heard.MOVE, said.TABOO, raised.REMARK, settled.REMARK, answered.REMARK, "
        "yielded.REMARK, ignored.REMARK, with.REMARK, offered.ISSUE, agreed.ISSUE, in.STATE"
    ),
    "C205": N_("the condition is too long; split it into two reactions"),
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
    "S110": N_("has characters that cannot be seen ({value}), which are left out; delete them"),
    "S111": N_("'{key}' is no band of trust{suggestion}; lines stand under low, mid, high or any"),
    "S112": N_("'{key}' does not belong under '{value}' but beside it; move it two spaces further left"),
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
    "S303": N_("the template names '${value}'{suggestion}; only {allowed} can be filled in here"),
    "S304": N_("'{value}' has a Chinese comma; put ', ' between the names: [one, two]"),
    "S305": N_("'{value}' is a {kind}; write '{kind}: {value}'"),
    "S306": N_("'{value}' is a {what}; write '{written}' for it in a condition"),
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
    "Y117": N_("has a wide space here; write ordinary spaces with the Latin keyboard"),
    "Y118": N_("stands in a list without its dash; begin the line with '- ', a dash and a space"),
    "Y119": N_("has the character {value}, which no text may have; delete it"),
    "Y120": N_("'{value}' goes on with the text above; put its dash right below the dash above, or take it away"),
    "Y121": N_("'{value}' is one text with a dash in it; begin a new line for each entry of the list"),
    "Y122": N_("'{value}' is taken for a comment and not read; put the text in quotes"),
    "Y123": N_("'{value}' is not the dash of a list; write '- ' with the Latin keyboard"),
    "Y124": N_("'{key}' stands less far in than what is around it; move it {n} spaces further in"),
    "Y125": N_('this text has a colon and a space in it; put it in quotes: {key}: "..."'),
    "Y126": N_("begins with a byte-order mark; it is read all the same, save as UTF-8 without BOM"),
    "Y127": N_("is not looked at because of its name; rename it to {wanted}"),
    "Y128": N_(
        "'{value}' is cut off from the text of '{key}', for a comma inside curly brackets begins a new entry; put the whole text in quotes: {key}: \"...\""
    ),
}
