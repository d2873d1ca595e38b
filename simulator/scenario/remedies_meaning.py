"""What is wrong with what a file means: what can never come about, contradicts itself or misleads; and what to do about it."""

from simulator.i18n import N_

MEANING: dict[str, str] = {
    "S401": N_(
        "state {state} has no answer to {value} that always holds; add a reaction without topic, form or when"
    ),
    "S402": N_("{value} is not translated (line {at} of {file}); add it here"),
    "S403": N_(
        "no reaction tells the need '{value}', so it never comes out; add a reaction with 'reveal: {value}'"
    ),
    "S404": N_("this reaction answers nothing; say with 'move:' or 'taboo:' what it answers"),
    "S405": N_("the remark '{value}' is never made; add 'when:' or have a reaction 'raise: {value}'"),
    "S406": N_("no way leads to the state '{value}'; add a reaction with 'go: {value}' or remove it"),
    "S407": N_("better for the client is '{value}', so 'limit' must lie on the other side of 'opening'; swap them"),
    "S408": N_("an issue with 'unit: choice' needs 'values:', the words for each choice and its number"),
    "S409": N_("{value} is none of the numbers under 'values:'; use one of them"),
    "S410": N_("the fact '{value}' has the id of a topic, need or product; give it another"),
    "S411": N_(
        "this is never said: '{value}', which stands above, takes all of it first; move this up or narrow that"
    ),
    "S412": N_("'{value}' can never hold; compare with what can be (trust 0-100, revealed 0-3)"),
    "S501": N_(
        "'{value}' can never hold, for the talk is in one state at a time and never in {states} at once; write 'or', or leave one out"
    ),
    "S502": N_(
        "'${value}' belongs in bargaining lines: here it may be said before anything was offered, and then tells all that the client wants, or nothing; leave it out, or write 'when: offered.any'"
    ),
    "S503": N_(
        "'{value}' has {n} lines, inherited ones counted, and at least {least} are needed, or the client soon runs out of them; write more"
    ),
    "S413": N_("'{value}' always holds; remove the condition or correct its number"),
    "S415": N_(
        "this ending never comes: whenever it would, '{value}' above it does; move it up or change its 'when:'"
    ),
    "S416": N_(
        "this ending has no 'when:' and so hides those below it ({value}); add 'when:' or move it to the end"
    ),
    "S417": N_("'{value}' stands here twice; change or remove one"),
    "S418": N_("'{value}' joins words that are no choices of their own; write each of them under 'values:' too"),
    "S419": N_("nothing asks for the topic '{value}'; give it 'say:', name it in a reaction, or remove it"),
    "S420": N_("{value} still has the words of the source; translate it here"),
    "S421": N_(
        "{value} was translated from another text; adapt it, or run 'duilian translate {file} --accept' if it still fits"
    ),
    "S422": N_("none of these choices is '{value}'; mark at least one with 'verdict: {value}'"),
    "S423": N_("{value} characters are too many to be said at one go, {limit} at most; make two lines of it"),
    "S424": N_("'{value}' is not Chinese, as the rest is; translate it"),
    "S425": N_("{value} is far from what is usual ({expected}; {source}); check the number and its unit"),
    "S427": N_("the authority {value} goes further than the bank's floor {floor}; swap them or correct one"),
    "S428": N_("{value} words are too many to be said at one go, {limit} at most; make two lines of it"),
    "S429": N_("'{value}' is not English, as the rest is; translate it"),
    "S430": N_("the step {value} is wider than the whole way from opening to limit ({way}); write a smaller one"),
    "S431": N_("'{value}' is only found from the course of the talk, nobody can react to it; remove it"),
    "S432": N_("only questions are open or closed; remove 'form:' or ask for a question"),
    "S433": N_("nothing is said and nothing changes; write 'say:' or remove this"),
    "S435": N_("'{value}' looks like a list in one text; write [one, two] with commas from the Latin keyboard"),
    "S436": N_("a latent need has to be drawn out; say with 'thread:' by which question"),
    "S437": N_("nobody can refuse this temptation; add an answer with 'move: [decline, hold_position]'"),
    "S438": N_("wants an answer and has none; add 'answers:'"),
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
    "S454": N_("the words that this translates have '{value}' to be filled in, and this has nothing; put it in"),
    "S455": N_(
        "this is tried before '{value}', which has the name of an inherited reaction, and takes all of it; narrow this or leave it out"
    ),
    "S456": N_(
        "a negotiation without 'bargaining:' has nothing to bargain over; write it or choose another kind of visit"
    ),
    "S457": N_(
        "R{value} is above the client's C{grade}, so the product cannot meet a need; correct a grade or take 'meets:' out"
    ),
    "S458": N_(
        "the state '{value}' is final, so the visit ends on entering it and its reactions are never said; take 'final: true' out, or the reactions"
    ),
    "S459": N_(
        "this waits for '{value}', which never comes about in this visit{hint}; correct it or let that come about"
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
        "the client insists on {value}, yet all that the bank can give is worth {most} to the client, so no deal is possible; lower it or correct a floor"
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
    "S474": N_("stands for {value}, which the source does not have ({known}); write one of those"),
    "S475": N_(
        "an offer made with '{value}' does not reach the table ('{said}' is heard as: {heard}); write a word that says this term and nothing else"
    ),
    "S476": N_(
        "said to the client, this is heard as: {heard} (subject: {about}), and does not draw '{value}' out; ask for it with a word of its topic"
    ),
    "S477": N_("choices are no {value}, and their numbers would be said as such; write 'quantity: amount'"),
    "S478": N_(
        "{n} texts still have the words of the source: {value} (lines {lines}); translate them where they stand, and 'duilian translate {file}' tells what is left"
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
    "S487": N_("a line still to be written: {value}; write what the client says, in their own words"),
    "S488": N_(
        "'{value}' answers questions ({moves}) about anything, so what is written under 'say:' of {topics} is not said to them; write 'topic: none' here to answer only those that name no subject"
    ),
    "S484": N_('{value} is a number here, and this is a text; put it in quotes: "{value}"'),
    "S489": N_(
        "{n} texts are not translated: {value} (lines {lines} of {file}); 'duilian translate {file}' adds them, marked # TODO, for you to translate"
    ),
    "S490": N_(
        "'{value}' takes the place of the inherited answer to {moves}, which nothing else always answers; give it another id, so that the inherited one stays beneath (where it is null, take it out)"
    ),
    "S491": N_(
        "'{value}' takes the place of an inherited reaction and answers questions ({moves}) about anything, so what is written under 'say:' of {topics} is not said to them; give it another id and write 'topic: none', so that the inherited one stays beneath"
    ),
    "S492": N_(
        "no plain yes to '{value}' gets the answer that is written for {taboos} ('{said}' is heard as: {heard}); see that this answer always holds, or write how one gives in under 'examples:' of the taboo"
    ),
    "S493": N_(
        "no plain refusal of '{value}' gets one of its 'answers:' ('{said}' is heard as: {heard}); add one with 'move: [decline, hold_position]' and without topic, form or when"
    ),
    "S494": N_(
        "nobody can give in to this temptation; add an answer with 'taboo:', which a plain yes then counts as, too"
    ),
    "S495": N_(
        "this is never said: '{value}' is none of the words under 'values:'; write one of those, or 'any' with $value in the phrase for every figure"
    ),
    "S496": N_(
        "the bank aims at {value}, worse for it than the {authority} that the trainee may give alone; write {authority} under 'target', or what is better for the bank"
    ),
    "S497": N_(
        "{value} is not between what the client opens with ({opening}) and the client's limit ({limit}); write a value from there"
    ),
}
