"""The words of the agreement kit, Chinese and English: what is wrong with a sheet, and how the comparison is told."""

from typing import Any

from scoring.words_report import filled

FAULTS: dict[str, dict[str, str]] = {
    "G100": {
        "zh": "不是 UTF-8。用表格软件另存为“CSV UTF-8（逗号分隔）”再试。",
        "en": "This is not UTF-8. Save the sheet as “CSV UTF-8 (comma delimited)” and try again.",
    },
    "G101": {"zh": "引号没有关上。", "en": "A quotation mark is opened here and never closed."},
    "G102": {
        "zh": "是空的。duilian agree --template 记录... 会给出一张可填的表。",
        "en": "The sheet is empty. duilian agree --template TRANSCRIPT... gives one to fill in.",
    },
    "G103": {"zh": "一个分也没有填。", "en": "No mark is filled in."},
    "G104": {"zh": "表头里缺“{word}”这一列。", "en": "The header lacks the column “{word}”."},
    "G105": {
        "zh": "评分表里没有条目“{word}”。是不是想写：{near}？",
        "en": "The rubric has no item “{word}”. Did you mean: {near}?",
    },
    "G106": {
        "zh": "“{word}”是评分程序自己的名字，请给评分人另取一个。",
        "en": "“{word}” is the scorer's own name; give the grader another.",
    },
    "G107": {"zh": "这个分是谁给的？请填上 grader。", "en": "Who gave this mark? Fill in the grader."},
    "G108": {
        "zh": "同一个人给同一次拜访的同一条打了两次分。",
        "en": "The same person marked the same item of the same visit before.",
    },
    "G109": {"zh": "表头里“{word}”出现了两次。", "en": "The header has “{word}” twice."},
    "G110": {
        "zh": "这一行比表头多出一格：“{word}”。话里有逗号，就用引号括起来。",
        "en": "This row has more cells than the header: “{word}”. Put words with a comma in quotation marks.",
    },
    "G111": {
        "zh": "“{word}”对得上不止一份记录，请写完整的文件名。",
        "en": "“{word}” fits more than one transcript; write the whole file name.",
    },
    "G112": {
        "zh": "没有记录“{word}”。是不是：{near}？记录文件也要写在命令里。",
        "en": "There is no transcript “{word}”. Did you mean: {near}? Name its file on the command line too.",
    },
    "G113": {"zh": "“{word}”不是总分；总分是 0 到 100 的数。", "en": "“{word}” is no total; a total is a number from 0 to 100."},
    "G114": {
        "zh": "“{word}”看不懂；踩了红线填 1，没踩填 0。",
        "en": "“{word}” is not understood; 1 where a red line was crossed, 0 where none was.",
    },
    "G115": {
        "zh": "“{word}”不是分；填 0、0.5、1，不适用填 na。",
        "en": "“{word}” is no mark; write 0, 0.5, 1, or na for not applicable.",
    },
}  # fmt: skip

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "title": "评分一致性",
        "about": "{visits}次拜访，{people}位评分人，评分表 {rubric}。",
        "guide": "κ 和 α：0.61 到 0.80 为相当一致，0.81 以上为几乎完全一致（Landis 与 Koch, 1977）。ICC：0.75 以上为好，0.90 以上为优。",
        "pairs": "两两比较",
        "grader": "评分人",
        "graders": "评分人数",
        "other": "对照",
        "marks": "共同打分",
        "exact": "相同",
        "kappa": "κ",
        "interval": "95% 区间",
        "weighted": "加权 κ",
        "groups": "一起比较",
        "everybody": "所有人和评分程序",
        "people": "只比人",
        "fleiss": "弗莱斯 κ",
        "alpha": "克里彭多夫 α",
        "items": "逐条",
        "item": "条目",
        "id": "编号",
        "with_scorer": "与程序相同",
        "among": "人与人相同",
        "apart": "人减程序",
        "rest": "与其余的相关",
        "flags": "要看的",
        "flag.disagree": "人和程序说法不一",
        "flag.low": "分不出好坏",
        "flag.flat": "大家都一样，说明不了什么",
        "look": "先看这几条",
        "none": "没有要特别看的条目。",
        "totals": "总分",
        "totals.given": "总分是评分人填的。",
        "totals.computed": "总分是由各条打分按比重算出来的，没有算禁忌。",
        "icc": "ICC(2,1) 单人、绝对一致：{single}（95% 区间 {low} 到 {high}）",
        "icc.mean": "ICC(2,k) 平均：{mean}；ICC(3,1) 只看次序：{consistent}",
        "correlation": "程序与人的平均分的相关：{value}",
        "visit": "拜访",
        "red": "红线",
        "red.line": "{judged}次判断里，与程序相同的有{same}次。",
        "red.differ": "{visit}：{grader}判{said}，程序判{scorer}。",
        "red.yes": "踩了",
        "red.no": "没踩",
        "undefined": "–",
        "row.total": "总分（0-100，可以不填）",
        "row.red_line": "踩了红线吗（1 踩了，0 没踩）",
    },
    "en": {
        "title": "Agreement of graders",
        "about": "Visits: {visits}; people: {people}; rubric: {rubric}.",
        "guide": "Kappa and alpha: 0.61 to 0.80 is substantial, from 0.81 on almost perfect (Landis & Koch 1977). ICC: from 0.75 good, from 0.90 excellent.",
        "pairs": "Two by two",
        "grader": "Grader",
        "graders": "Graders",
        "other": "Against",
        "marks": "Marks in common",
        "exact": "Same",
        "kappa": "Kappa",
        "interval": "95% interval",
        "weighted": "Weighted kappa",
        "groups": "All together",
        "everybody": "People and scorer",
        "people": "People alone",
        "fleiss": "Fleiss' kappa",
        "alpha": "Krippendorff's alpha",
        "items": "Item by item",
        "item": "Item",
        "id": "Id",
        "with_scorer": "Same as the scorer",
        "among": "Same among people",
        "apart": "People minus scorer",
        "rest": "Correlation with the rest",
        "flags": "Look at",
        "flag.disagree": "people and scorer differ",
        "flag.low": "tells good from bad badly",
        "flag.flat": "everybody gets the same, so it tells nothing",
        "look": "Look at these first",
        "none": "No item needs a special look.",
        "totals": "Totals",
        "totals.given": "The totals are those that people gave.",
        "totals.computed": "The totals are computed from the marks by the rubric's weights, without taboos.",
        "icc": "ICC(2,1), one grader, absolute agreement: {single} (95% interval {low} to {high})",
        "icc.mean": "ICC(2,k), the mean: {mean}; ICC(3,1), order only: {consistent}",
        "correlation": "Correlation of the scorer with the mean of the people: {value}",
        "visit": "Visit",
        "red": "Red lines",
        "red.line": "{same} of {judged} judgements are the scorer's.",
        "red.differ": "{visit}: {grader} says {said}, the scorer says {scorer}.",
        "red.yes": "crossed",
        "red.no": "not crossed",
        "undefined": "–",
        "row.total": "Total (0-100; may stay empty)",
        "row.red_line": "Was a red line crossed? (1 yes, 0 no)",
    },
}


def told(key: str, language: str, **values: Any) -> str:
    """The text for ``key`` with its ``{places}`` filled."""
    return filled(WORDS["zh" if language == "zh" else "en"][key], values)


def fault_told(code: str, language: str, details: dict[str, str]) -> str:
    """The sentence for a mistake in a sheet."""
    return filled(FAULTS[code]["zh" if language == "zh" else "en"], details)
