"""Numbers as people write them: 3.85, 1,200, 三点八五, 五千, 两千二三, five hundred thousand, two point eight five."""

import re

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}

ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
HAN_DIGIT = "[零〇一二两俩三四五六七八九]"
_RUN_ON = rf"(?:{HAN_DIGIT}|十)(?:{HAN_DIGIT}|[十百千])*[百千]{HAN_DIGIT}?(?={HAN_DIGIT}点{HAN_DIGIT})"
"""A sum with a decimal close behind it: ``八百三点七`` are two numbers, for nobody counts 830.7."""
HAN = rf"(?:{_RUN_ON}|(?:{HAN_DIGIT}|十)(?:{HAN_DIGIT}|[十百千])*(?:点{HAN_DIGIT}+)?)"
_RANGE = re.compile(rf"(.*?)([一二两三四五六七八九])([二两三四五六七八九])((?:[十百千])*(?:点{HAN_DIGIT}+)?)")


def arabic_value(text: str) -> float:
    """The value of an Arabic numeral, thousands separated or not."""
    return float(text.replace(",", ""))


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


def han_values(text: str) -> tuple[float, ...]:
    """The one value of a Chinese numeral, or both ends of a spoken range (``五六``, ``三五``, ``两千二三``, ``四五十``)."""
    match = _RANGE.fullmatch(text)
    if match is not None and (not match[1] or match[1][-1] in _UNITS) and "点" not in match[4]:
        low, high = _DIGITS[match[2]], _DIGITS[match[3]]
        if high - low == 1 or (low, high) == (3, 5):
            ends = (han_value(match[1] + match[2] + match[4]), han_value(match[1] + match[3] + match[4]))
            return tuple(end for end in ends if end is not None)
    value = han_value(text)
    return () if value is None else (value,)


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


def numeral_value(language: str, text: str) -> float | None:
    """The value of a numeral in digits or in the words of a language (``a`` million: 1), None if it is none."""
    if text[0].isdigit():
        return arabic_value(text)
    return han_value(text) if language == "zh" else 1.0 if text == "a" else en_value(text)


_EN_SMALL = {
    word: n
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {"nought": 0, "nil": 0}
_EN_TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
} | {"fourty": 40}
_EN_SCALE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_EN_NUMBER = {**_EN_SMALL, **_EN_TENS}
_WORD = "|".join(sorted(_EN_NUMBER, key=len, reverse=True))
_ONES = "|".join(sorted({*_EN_SMALL, *_EN_TENS}, key=len, reverse=True))
_TEN = "|".join(_EN_TENS)
_BELOW = rf"(?:(?:{_TEN})[- ](?:one|two|three|four|five|six|seven|eight|nine)|{_ONES})"
_HUNDRED = rf"(?:(?:{_BELOW}|\ba) hundred(?:(?: and)? {_BELOW}\b(?! (?:{_TEN})\b))?|{_BELOW})"
EN_CLIPPED = rf"\b(?:one|two|three|four|five|six|seven|eight|nine) (?:{_TEN})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?(?= thousand\b)"
"""``three fifty`` before thousand: 350."""
_CLIPPED = re.compile(EN_CLIPPED.removesuffix(r"(?= thousand\b)"))
EN_SPELT = (
    rf"\b(?:{_HUNDRED}|\ba(?= (?:thousand|million|billion)\b))(?:[- ]thousand(?:(?: and)? {_HUNDRED}\b)?)?"
    rf"(?: (?:point|oh) (?:(?:oh|{_ONES})\b[- ]?)+)?\b"
)


def en_value(text: str) -> float | None:
    """The value of an English numeral in words (``two point eight five``, ``a hundred and fifty thousand``)."""
    whole, point, decimals = text.strip().replace("-", " ").partition(" point ")
    if not point and _CLIPPED.fullmatch(whole):
        whole = whole.replace(" ", " hundred ", 1)
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
        elif word not in ("and", "a"):
            return None
        seen = True
    if not seen:
        return None
    return _with_decimals(total + part, decimals) if point else total + part


def _with_decimals(whole: float, decimals: str) -> float | None:
    digits = ""
    words = decimals.split()
    for at, word in enumerate(words):
        number = 0 if word == "oh" else _EN_NUMBER.get(word)
        if number is None:
            return None
        tens = number >= 20 and at + 1 < len(words)  # two point eighty five
        digits += str(number // 10) if tens else str(number)
    return float(f"{int(whole)}.{digits}")
