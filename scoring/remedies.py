"""What is wrong with a rubric, in sentences: code -> language -> text with {places} for the details of a diagnostic."""

REMEDIES: dict[str, dict[str, str]] = {
    "R201": {
        "zh": "这里应是{expected}，写成了{found}。",
        "en": "This should be a {expected}, not a {found}.",
    },
    "R202": {
        "zh": "不认识“{word}”这个键。是不是想写：{near}？",
        "en": "Unknown key “{word}”. Did you mean: {near}?",
    },
    "R203": {
        "zh": "缺了“{key}”，或者是空的，请补上。",
        "en": "“{key}” is missing or empty; please add it.",
    },
    "R204": {
        "zh": "{value}超出了范围，应在{least}到{most}之间。",
        "en": "{value} is out of range; it must be between {least} and {most}.",
    },
    "R205": {"zh": "{value}应是整数。", "en": "{value} must be a whole number."},
    "R206": {
        "zh": "“{word}”不在可选的词里。是不是想写：{near}？",
        "en": "“{word}” is not one of the words allowed here. Did you mean: {near}?",
    },
    "R210": {
        "zh": "一条标准只能有一个名字（现在有{count}个）。几条一起用时写在 all 或 any 下面。",
        "en": "A criterion has exactly one name (here {count}). Put several under all or any.",
    },
    "R211": {
        "zh": "没有叫“{word}”的词表。lists 里有：{near}。",
        "en": "There is no word list “{word}”. Under lists there is: {near}.",
    },
    "R212": {
        "zh": "没有叫“{word}”的动作或禁忌。最接近的是：{near}。",
        "en": "There is no move or taboo “{word}”. The nearest is: {near}.",
    },
    "R213": {
        "zh": "all、any、none 下面要有一列标准，每条前面加一个短横。",
        "en": "all, any and none take a list of criteria, each behind a dash.",
    },
    "R220": {
        "zh": "format 应是 1，写成了{found}。",
        "en": "format must be 1, not {found}.",
    },
    "R221": {
        "zh": "visits 里没有“{visit}”这种拜访的比重。",
        "en": "visits has no weights for the kind of visit “{visit}”.",
    },
    "R222": {
        "zh": "条目“{item}”没有 met_when。打字看不出来的，写 observable: false 和 reason。",
        "en": "Item “{item}” has no met_when. If typed talk cannot show it, write observable: false and a reason.",
    },
    "R230": {
        "zh": "所扩展的评分表里没有条目“{word}”。是不是想写：{near}？新条目要写全 phase、weight、source、name、met_when、advice、example。",
        "en": "The rubric this extends has no item “{word}”. Did you mean: {near}? A new item needs phase, weight, source, name, met_when, advice and example.",
    },
    "R231": {
        "zh": "所扩展的评分表里没有“{word}”这一段。是不是想写：{near}？新的一段要有 name。",
        "en": "The rubric this extends has no phase “{word}”. Did you mean: {near}? A new phase needs a name.",
    },
    "R232": {
        "zh": "“{word}”是空的。能用 null 去掉的只有条目、禁忌、禁忌的种类、half_when 和 chance_when。",
        "en": "“{word}” is empty. Only an item, a taboo, a kind of taboo, half_when and chance_when can be taken away with null.",
    },
    "R233": {
        "zh": "没有可以扩展的评分表“{word}”。是不是想写：{near}？写 visit，或者同一文件夹里另一份评分表的文件名（不带 .yaml）。",
        "en": "There is no rubric “{word}” to extend. Did you mean: {near}? Write visit, or the file name of a rubric beside this one without .yaml.",
    },
    "R234": {
        "zh": "扩展“{word}”绕成了圈，或者超过了五层。",
        "en": "Extending “{word}” goes round in a circle or more than five deep.",
    },
    "R235": {
        "zh": "没有叫“{word}”的种类。最接近的是：{near}。自己加的种类要写 words。",
        "en": "There is no kind “{word}”. The nearest is: {near}. A kind of your own needs words.",
    },
    "R236": {
        "zh": "要去掉的“{word}”，所扩展的评分表里没有。是不是想写：{near}？",
        "en": "The rubric this extends has no “{word}” to take away. Did you mean: {near}?",
    },
    "R240": {
        "zh": "translates 应写被翻译的清单的 id，写成了{found}。",
        "en": "translates must name the rubric's id, not {found}.",
    },
    "R241": {
        "zh": "译文里缺“{key}”，先用原文顶上。",
        "en": "The translation lacks “{key}”; the original text stands in.",
    },
    "R242": {
        "zh": "译文里的“{key}”在原清单里没有，请删掉或改名。",
        "en": "The rubric has no “{key}”; remove it from the translation or rename it.",
    },
    "R250": {
        "zh": "等级从好到差排，这里的{value}分应低于上一级的{above}分。",
        "en": "Grades go from the best to the worst; {value} must be below the {above} above it.",
    },
    "R252": {
        "zh": "最低一级从{value}分算起，再低就没有等级了；请改成 0。",
        "en": "The lowest grade begins at {value}, and below that there is none; write 0.",
    },
    "R253": {
        "zh": "“{visit}”的各段都是 0，评不出分；请至少给一段比重。",
        "en": "All phases of “{visit}” weigh 0, so nothing can be scored; give at least one of them a weight.",
    },
    "R254": {
        "zh": "踩了红线还留{value}，够得到合格线{mark}；请改小。",
        "en": "A red line leaves {value} of the points, enough for the pass mark of {mark}; write a smaller share.",
    },
    "R255": {
        "zh": "“{phase}”这一段在这些拜访里没有比重，永远不计分；请改 phase、applies 或 visits。",
        "en": "The phase “{phase}” weighs nothing in these visits, so this never counts; correct phase, applies or visits.",
    },
    "R257": {
        "zh": "只有提问才分开放、封闭；请去掉 form，或改成提问的动作。",
        "en": "Only questions are open or closed; remove form or name a question.",
    },
    "R258": {
        "zh": "从第{first}轮起、到第{last}轮止，中间没有一轮；请对调。",
        "en": "From turn {first} to turn {last} there is no turn; swap them.",
    },
    "R259": {
        "zh": "得一半要{half}，得满分才要{whole}；half_at 应更小。",
        "en": "Half the points take {half}, all of them only {whole}; half_at must be smaller.",
    },
    "R261": {"zh": "“{word}”写了两遍；请去掉一个。", "en": "“{word}” stands here twice; remove one."},
    "R262": {
        "zh": "没有一个条目属于“{phase}”这一段；请写上条目，或删掉这一段。",
        "en": "No item belongs to the phase “{phase}”; write one or remove the phase.",
    },
    "R263": {
        "zh": "“{text}”不是中文，别处都是中文；请翻译过来。",
        "en": "“{text}” is not Chinese, as the rest is; translate it.",
    },
    "R264": {
        "zh": "“{text}”不是英文，别处都是英文；请翻译过来。",
        "en": "“{text}” is not English, as the rest is; translate it.",
    },
    "R265": {
        "zh": "译文里只写文字，“{key}”不是文字；请删掉。",
        "en": "The translation may only hold texts, and “{key}” is none; remove it.",
    },
    "R266": {
        "zh": "看文件名，这份译文是 {language}，language 却写成了{found}；请改一处。",
        "en": "By its name this translation is in {language}, yet language says {found}; correct one of them.",
    },
    "R267": {
        "zh": "原文里要填客户称呼（$contact），译文里没有；请补上。",
        "en": "The words that this translates have $contact for the client's name, and this has not; put it in.",
    },
    "R268": {
        "zh": "这里填不了“${word}”，会原样说出来；只能写 $contact。",
        "en": "“${word}” is not filled in here and would stand as it is; only $contact can be.",
    },
    "R269": {
        "zh": "这里不许有的，正是同一条目别处要有的，谁也做不到；请去掉一个，或改小范围。",
        "en": "This forbids what another part of the same item asks for, so nobody can meet it; take one of them out or narrow it.",
    },
    "R270": {
        "zh": "要在{times}个不同的轮次里说到，可只有{turns}轮算数；请改 times，或放宽 by_turn、from_turn、last_turns。",
        "en": "This is wanted in {times} different turns, and only {turns} count; correct times, or widen by_turn, from_turn, last_turns.",
    },
    "R271": {
        "zh": "做到 half_when 的，一定也做到了 met_when，一半的分永远给不出去；请把两个对调，或放宽 half_when。",
        "en": "Whatever meets half_when meets met_when too, so half is never given; swap the two or widen half_when.",
    },
    "R243": {
        "zh": "分场合写的文字，要么写 any，要么 corporate 和 retail 都写。",
        "en": "A text by kind of visit needs “any”, or both “corporate” and “retail”.",
    },
}


def remedy(code: str, language: str, details: dict[str, str]) -> str:
    """The sentence for a diagnostic's ``code`` with its details filled in; the code itself where it is unknown."""
    texts = REMEDIES.get(code)
    if texts is None:
        return code
    text = texts["zh" if language == "zh" else "en"]
    for name, value in details.items():
        text = text.replace("{" + name + "}", value)
    return text
