"""The codes of findings and what each says: for ``duilian check --explain`` and the pages ``scenarios/CODES*.md``.

``python -m simulator.commands.codes`` writes the pages anew.
"""

import re
from pathlib import Path

from simulator.commands.problem import Problem
from simulator.i18n import _, language, set_language
from simulator.scenario.library import SHIPPED

PAGES = {"en": "CODES.md", "zh": "CODES.zh-CN.md"}
_PLACE = re.compile(r"\{(\w+)\}")
_KINDS = {
    "Y": {"en": "Reading the file", "zh": "读文件"},
    "S": {"en": "Clients, archetypes and translations", "zh": "客户、原型与译文"},
    "C": {"en": "Conditions", "zh": "条件"},
    "E": {"en": "Expected visits", "zh": "预期的拜访"},
    "P": {"en": "Proofs", "zh": "证明"},
    "R": {"en": "Rubrics", "zh": "评分表"},
}
_HEADS = {
    "en": ("What check tells", "code", "what it says, with what to do", "中文", "CODES.zh-CN.md"),
    "zh": ("check 会说什么", "代码", "说什么，怎么改", "English", "CODES.md"),
}


def every_code() -> dict[str, str]:
    """Every code with its sentence in the language set, what is filled in written as ``…``."""
    from scoring.remedies import REMEDIES
    from simulator.scenario.remedies import SENTENCES

    spoken = "zh" if language() == "zh" else "en"
    said = {code: _(sentence) for code, sentence in SENTENCES.items()}
    said |= {code: texts[spoken] for code, texts in REMEDIES.items()}
    return {
        code: _PLACE.sub("…", said[code].replace("{suggestion}", "").replace("{hint}", "")) for code in sorted(said)
    }


def explain(code: str) -> int:
    """Prints what a code says. Raises `Problem` where there is none such."""
    wanted = code.strip().upper()
    said = every_code()
    if wanted not in said:
        raise Problem(_("there is no code '{code}'; scenarios/CODES.md lists them all").format(code=code[:20]))
    print(f"{wanted}: {said[wanted]}")
    return 0


def page(spoken: str) -> str:
    """The page that lists the codes in a language."""
    before = language()
    set_language(spoken)
    try:
        said = every_code()
    finally:
        set_language(before)
    title, code, words, other, link = _HEADS[spoken]
    parts = [f"# {title}\n\n[{other}]({link})\n"]
    for letter, names in _KINDS.items():
        rows = [
            f"| `{one}` | {text.replace('|', chr(92) + '|')} |" for one, text in said.items() if one[0] == letter
        ]
        if rows:
            parts.append("\n".join([f"## {names[spoken]}\n", f"| {code} | {words} |", "|---|---|", *rows, ""]))
    return "\n".join(parts)


def write_pages(folder: Path = SHIPPED) -> None:
    """Writes both pages."""
    for spoken, name in PAGES.items():
        (folder / name).write_text(page(spoken), encoding="utf-8")


if __name__ == "__main__":
    write_pages()
