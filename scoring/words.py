"""The program's own words in scoring, Chinese and English, in one place."""

from typing import Any

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "because.said": "{move}",
        "because.open": "{move}(开放式)",
        "because.closed": "{move}(封闭式)",
        "because.event": "客户提出{event}",
        "because.client": "客户说到这里",
        "event.objection": "异议",
        "event.answered": "异议已解",
        "event.temptation": "不当要求",
        "event.need": "新的需求",
        "event.agreed": "同意",
        "event.left": "离开",
        "because.against": "与这一条相悖",
        "because.talk": "客户说的话占{share}",
        "because.long": "这一段讲得太长",
        "because.narrated": "动作描写",
        "because.words": "原话",
        "because.named": "叫得出对方",
        "because.too_early": "{what}说得早了",
        "because.no_answer": ",后面没有接住",
        "because.revealed": "问出了:{need}",
        "because.noted": "写下来了",
        "because.trust": "信任最低{lowest},结束时{end}",
        "because.room": "开价留了余地",
        "because.no_room": "开价没留余地",
        "because.shrinking": "让步一次比一次小",
        "because.growing": "让步越让越大",
        "because.linked": "让步换到了回报",
        "because.unlinked": "白让了一步",
        "because.mandate": "没有超出授权",
        "because.package": "几项条件打包谈",
        "because.flexible": "换了不同的组合",
        "because.demand": "客户的要求超出您的授权,没有上报",
    },
    "en": {
        "because.said": "{move}",
        "because.open": "{move} (open)",
        "because.closed": "{move} (closed)",
        "because.event": "the client raised {event}",
        "because.client": "what the client said here",
        "event.objection": "an objection",
        "event.answered": "an objection answered",
        "event.temptation": "an improper request",
        "event.need": "a new need",
        "event.agreed": "agreement",
        "event.left": "leaving",
        "because.against": "goes against this item",
        "because.talk": "the client had {share} of the talk",
        "because.long": "too long a speech",
        "because.narrated": "narrated action",
        "because.words": "your words",
        "because.named": "you knew whom you were talking to",
        "because.too_early": "{what} came too early",
        "because.no_answer": "; nothing took it up",
        "because.revealed": "this brought out: {need}",
        "because.noted": "you wrote it down",
        "because.trust": "trust at its lowest {lowest}, at the end {end}",
        "because.room": "the opening left room",
        "because.no_room": "the opening left no room",
        "because.shrinking": "each step smaller than the last",
        "because.growing": "the steps grew",
        "because.linked": "something came back for it",
        "because.unlinked": "given away for nothing",
        "because.mandate": "within your authority",
        "because.package": "several terms as one package",
        "because.flexible": "a different combination",
        "because.demand": "the demand was beyond your authority and went to nobody",
    },
}


def word(key: str, language: str, **values: Any) -> str:
    """The text for ``key`` with its ``{places}`` filled; English for every language but Chinese."""
    text = WORDS["zh" if language == "zh" else "en"][key]
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text
