"""Numbers as people write them: 3.85, 1,200, 三点八五, 五千万, 1.5个亿, 十来万, five hundred thousand, half a million."""

import re

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10_000, "亿": 100_000_000}

ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
HAN = r"[零〇一二两俩三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?"


def han_value(text: str) -> float | None:
    """The value of a Chinese numeral without 万 and 亿 (``三点八五`` 3.85, ``两千五`` 2500, ``十二`` 12), None if it is none."""
    whole, point, decimals = text.partition("点")
    value = _han_whole(whole)
    if value is None or (point and not decimals):
        return None
    if point:
        digits = "".join(str(_DIGITS[c]) for c in decimals if c in _DIGITS)
        return float(f"{int(value)}.{digits}") if len(digits) == len(decimals) else None
    return value


def _han_whole(text: str) -> float | None:
    if not text or any(c not in _DIGITS and c not in _UNITS for c in text):
        return None
    if not any(c in _UNITS for c in text):
        return float("".join(str(_DIGITS[c]) for c in text))
    total, digit, last = 0, 0, 1
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
            last = 1 if c in "零〇" else last
        else:
            last = _UNITS[c]
            total += (digit or 1) * last
            digit = 0
    if digit:  # 两千五 is 2500, but 两千零五 is 2005
        total += digit * (last // 10 if last > 1 and text[-2] in _UNITS else 1)
    return float(total)


def zh_value(text: str) -> float | None:
    """The value of an Arabic or Chinese numeral, with 万 and 亿 inside (``三千二百万``, ``1亿2``)."""
    text = text.replace(",", "").replace("个", "")
    match = re.fullmatch(r"(.*?)(万|亿)(.*)", text)
    if match is None:
        return float(text) if re.fullmatch(ARABIC, text) else han_value(text)
    head, unit, rest = match.groups()
    if unit == "万" and "亿" in rest:
        return None
    value = zh_value(head)
    if value is None:
        return None
    total = value * _BIG[unit]
    if rest:
        tail = zh_value(rest)
        if tail is None:
            return None
        short = re.fullmatch(r"[一二三四五六七八九\d]", rest)  # 四万三 is 43 000, 一亿二 is 120 million
        total += tail * _BIG[unit] / 10 if short else tail
    return round(total, 6)


_EN_SMALL = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {"oh": 0, "nought": 0, "a": 1, "an": 1}
_EN_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
} | {"fourty": 40}
_EN_SCALE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_EN_NUMBER = {**_EN_SMALL, **_EN_TENS}
EN_WORD = "|".join(sorted({*_EN_NUMBER, *_EN_SCALE}, key=len, reverse=True))
EN_HEAD = "|".join(sorted({*_EN_NUMBER} - {"a", "an", "oh"}, key=len, reverse=True))
EN_SPELT = rf"(?:(?:{EN_HEAD})|an? (?=hundred|thousand|million|billion|dozen))(?:[ -]+(?:and )?(?:{EN_WORD})\b(?<!\ba)(?<!\ban))*(?: point (?:{EN_HEAD}|oh)(?:[ -](?:{EN_HEAD}|oh))*)?"


def en_value(text: str) -> float | None:
    """The value of an English numeral in words (``two point eight five``, ``a hundred and fifty thousand``)."""
    whole, point, decimals = text.replace("-", " ").partition(" point ")
    total, part = 0.0, 0.0
    seen = False
    for word in whole.split():
        if word in _EN_NUMBER:
            part += _EN_NUMBER[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _EN_SCALE:
            total += (part or 1) * _EN_SCALE[word]
            part = 0
        elif word != "and":
            return None
        seen = True
    if not seen:
        return None
    value = total + part
    if point:
        digits = ""
        for word in decimals.split():
            number = _EN_NUMBER.get(word)
            if number is None:
                return None
            digits += (
                str(number // 10)
                if number >= 20 and number % 10 == 0 and digits == "" and " " in decimals
                else str(number)
            )
        value = float(f"{int(value)}.{digits}")
    return value
