"""Figures in Chinese: rates, changes, shares, fees, amounts, tenors."""

import re
from collections.abc import Iterator
from dataclasses import replace

from simulator.language.quantities import zh_context as context
from simulator.language.quantities.listed import clause_numbers, list_marks
from simulator.language.quantities.numbers import ARABIC, HAN, HAN_DIGIT, han_value
from simulator.language.quantities.span import Bare, Span
from simulator.language.quantities.zh_bare import is_refund, stands_as_sum
from simulator.language.quantities.zh_counted import counted
from simulator.language.quantities.zh_measured import measured, values_of
from simulator.language.quantities.zh_spoken import short_sum, spoken_rate, spoken_rates
from simulator.language.quantities.zh_sums import counts_things, is_sum

_COUNTED = (
    r"[年个期成天月折家位台颗张条间次份户人件种号日层套辆亩吨只本周季岁倍点%米里千百十零一二两三四五六七八九\d]"
)
_PART = (
    rf"(?:一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九|十{HAN_DIGIT}?|{HAN_DIGIT}(?:十{HAN_DIGIT}?)?)"
    rf"(?:点{HAN_DIGIT}+)?"
)
_ONE = r"(?:(?=$|[\s,。;、!?:)]|的|元|块钱|左右|上下|一[年个天月]))"
_NUMBER = re.compile(
    r"(?=[\d百千万半零〇一二两俩三四五六七八九十])(?:"
    rf"(?P<of>百分之|千分之|万分之)(?P<ofn>{ARABIC}|{_PART})(?:(?:到|至|-|~)(?P<upto>{ARABIC}|{_PART})(?![年个月万%]))?"
    rf"|(?<![十百千几数好\d一二三四五六七八九])(?<!(?<!以)上)(?P<short>[万千])(?P<shortn>[二两三四五六七八九](?:点{HAN_DIGIT}+)?|一点{HAN_DIGIT}+|(?<=千)一|\d(?:\.\d+)?)"
    rf"(?!{_COUNTED}|分|块|元|别)"
    rf"|(?P<pointed>[\d一二两三四五六])个点(?P<pointedn>[零〇一二三四五六七八九]{{1,2}}|\d{{1,2}})(?!{_COUNTED}|[万亿])"
    rf"|(?P<whole>[\d一二两三四五六])个(?P<part>[零〇一二三四五六七八九]{{1,2}}|\d{{1,2}})(?!{_COUNTED}|小时|工作|[万亿])"
    rf"|(?<![a-z\d第*=])(?<!\.(?=\d))(?<!\d\.)(?!一(?<=[统唯专同逐划归合]一))(?!千一)(?P<n>{ARABIC}|{HAN}|半(?=个?[年月点]))"
    r")"
)
_UNIT = re.compile(
    rf"\s*(?:(?P<bp>个?\s*(?:bps?|基点|基本点))"
    rf"|(?P<per>%|个?percent|个百分点)"
    rf"|(?P<mille>‰|个?千分点)"
    rf"|(?P<point>(?:来|多)?个[多半]?点(?![子击钟评赞])儿?|点(?=[\s,。;;的左起上]|$))"
    rf"|(?P<tenths>成(?:(?P<more>半|[一二三四五六七八九](?![年个十百千万点]))|(?!本|立|为|了|功|就(?![够行可能是有])|交(?![给由到在])|果|员|效|长|都|人|品|年|天|熟)))"
    rf"|(?P<year>years?|年(?P<yhalf>半)?(?P<yterm>期)?)"
    rf"|(?P<month>months?|个多?月(?P<mhalf>半)?(?P<mterm>期)?|月期|(?<=[俩])月)"
    rf"|(?P<period>期(?![货权间限初末中望待]))"
    rf"|(?P<quarter>个?季度)"
    rf"|(?P<day>天(?P<dterm>期)?|日(?=期|内|以内))"
    rf"|(?P<cents>分(?=利|息))"
    rf"|个?\s*(?P<about>来|多|余|把|(?<=[二三四五六七八九]十)几)?\s*(?P<scale>万亿|亿|千万|百万|十万|万|(?<=\d)千(?=[块元\d一二三四五六七八九])|w(?![a-z])|k(?![a-z])|million|mn|m(?![a-z]))"
    rf"(?:(?P<tail>零?{HAN_DIGIT}[千百][零一二两三四五六七八九十百]*|一二|二三|三四|三五|四五|五六|六七|七八|八九|一{_ONE}|[二三四五六七八九](?!点[零一二三四五六七八九])|\d(?!\.?\d))(?P<tscale>(?<=[千百十])万)?(?!(?!一[年个天月]){_COUNTED}))?"
    rf"(?P<about2>多|来|余|出头)?\s*(?P<money>美金|美元|美刀|欧元|港币|港元|港纸|日元|澳元|英镑|镑|人民币|块|元|刀(?!具)|欧(?!洲)|usd|eur|hkd|rmb|cny|us)?"
    rf"|(?P<loose>来|多|几|余)?(?P<coin>块(?!儿|地|牌|肉|[颈骨石布田表屏板砖蛋豆玉腹胎电])|毛(?!利|病|巾|衣|肚|料|坯|重)|元(?!旦|月)|美金|美元|美刀|欧元|港币|港元|日元|澳元|英镑|镑|人民币|usd|eur|hkd|rmb|cny)"
    rf"(?:(?P<dime>一(?=毛|{_ONE})|[二三四五六七八九\d])(?!(?!一[年个天月公]){_COUNTED})(?![碗瓶杯包顿双条])毛?(?P<cent>[一二三四五六七八九])?)?)"
)
_OF = {"百分之": 1.0, "千分之": 0.1, "万分之": 0.01, "千": 0.1, "万": 0.01}
_RANGED = re.compile(r"(?:%|成|点)\s*(?:到|至|-|~|—+|–)\s*$")
_JOIN = re.compile(r"\s*(?:到|至|-|~|—+|–|或者?|、)\s*")
_TERM_RANGE = re.compile(rf"(?:{ARABIC}|{HAN})(?:个?月|年)?(?:到|至|-|~)")
_FLAT = re.compile(
    r"(?:平着?|按|就是|等于)lpr(?!\s*[-+加减上下]|\d)(?=平|走|做|的话|$|[,。;])|lpr(?:平价|平着|持平)"
)
_LIKEWISE = re.compile(rf"[二三四23 4]个(?:{HAN_DIGIT}{{2}}|\d\d)(?!{_COUNTED}|[万亿])")
_DISCOUNT = re.compile(r"(?:([一二三四五六七八九])[到至])?([一二三四五六七八九])折")
"""What part of its face a bill or a claim is taken at, where the client asks ``按几折收?``."""
_THIRDS = re.compile(r"([二三四五六])分之([一二三四])(?!季)")


def read(text: str, previous: str, company: bool | None = None, answer: str = "") -> tuple[list[Span], list[Bare]]:
    """The figures of ``text`` (already simplified), and the numbers whose unit is not said.

    ``answer`` is what is said next: it tells as well what a bare sum was counted in.
    """
    spoken = list(spoken_rates(text, previous))
    spans, bare = [*_phrases(text, previous), *spoken], list[Bare]()
    marks, clauses = list_marks("zh", text), clause_numbers(text, previous)
    matches = [match for match in _NUMBER.finditer(text) if match.start() not in marks]
    units = [_UNIT.match(text, match.end()) if match["n"] else None for match in matches]
    for at, match in enumerate(matches):
        unit = units[at]
        if match["n"] and unit is None and at + 1 < len(matches):
            unit = _shared(text, match, matches[at + 1], units[at + 1])
        if match["n"] is None:
            spans.extend(_compact(text, match))
        elif (unit is None and match["n"] in clauses) or any(
            one.start <= match.start() and match.end() <= one.end for one in spoken
        ):
            continue
        elif unit is None:
            _unitless(text, match, previous, spans, bare)
        else:
            found = list(measured(text, match, unit, previous)) or _second_term(text, spans, match, unit)
            if at and matches[at - 1]["n"] and (join := _RANGED.search(text, matches[at - 1].end(), match.start())):
                found = _alike(found, spans, join.end() == match.start())
            spans.extend(found)
    if any(one.money or one.placed for one in bare):
        bare = [counted(text, one, previous or answer, company) for one in bare]
    return spans, bare


def _second_term(text: str, spans: list[Span], match: re.Match[str], unit: re.Match[str]) -> list[Span]:
    """The second end of a range of terms, which no word of its own places: ``锁三到六个月``."""
    last = spans[-1] if spans else None
    if last is None or last.issue != "tenor" or not (unit["year"] or unit["month"]) or last.end > unit.end():
        return []
    gap = text[last.start : match.start()]
    if _JOIN.search(gap) is None or not _TERM_RANGE.fullmatch(gap):
        return []
    scale = 12 if unit["year"] else 1
    return [
        Span(match.start(), unit.end(), "tenor", value * scale, "month", scale=scale)
        for value in values_of(match["n"])
    ]


def _alike(found: list[Span], before: list[Span], joined: bool) -> list[Span]:
    """The second end of a range in per cent is of the kind of the first."""
    if not joined or not before or before[-1].unit != "%":
        return found
    return [replace(span, issue=before[-1].issue) if span.unit == "%" else span for span in found]


def _shared(
    text: str, match: re.Match[str], after: re.Match[str], unit: re.Match[str] | None
) -> re.Match[str] | None:
    """The unit that the first end of a range takes from the second (``二十到三十万``)."""
    join = _JOIN.match(text, match.end())
    if join is None or unit is None or join.end() != after.start():
        return None
    if unit["tenths"] and ("点" in match["n"] or "." in match["n"]):
        return None  # no tenths are counted in decimals: it is another figure
    listed = "、" in join.group() and not (unit["tenths"] or unit["point"] or unit["bp"])
    return None if listed or unit["coin"] else unit


def _phrases(text: str, previous: str) -> Iterator[Span]:
    """What is no number with a unit: ``平LPR``, ``三分之一``."""
    if "lpr" in text:
        for match in _FLAT.finditer(text):
            yield Span(match.start(), match.end(), "rate", 0.0, "bp", "LPR")
    if "折" in text and "几折" in previous:
        for match in _DISCOUNT.finditer(text):
            for said in filter(None, match.groups()):
                yield Span(match.start(), match.end(), "share", 10 * (han_value(said) or 0.0), "%")
    if "分之" in text:
        for match in _THIRDS.finditer(text):
            whole, part = han_value(match[1]) or 1.0, han_value(match[2]) or 0.0
            yield Span(match.start(), match.end(), "share", round(100 * part / whole, 1), "%")


def _compact(text: str, match: re.Match[str]) -> Iterator[Span]:
    """``百分之五``, ``千分之三``, ``万三``, ``3个85``."""
    start, end = match.span()
    if match["of"] or match["short"]:
        factor = _OF[match["of"] or match["short"]]
        said = values_of(match["ofn"] or match["shortn"]) + (values_of(match["upto"]) if match["upto"] else ())
        for value in said:
            value = round(value * factor, 6)
            kind, sure = context.percent_kind(text, start, end, value) if match["of"] == "百分之" else ("fee", True)
            yield Span(start, end, kind, value, "%", scale=factor, sure=sure)
        return
    part = match["part"] or match["pointedn"]
    digits = part if part.isascii() else "".join(str(int(han_value(c) or 0)) for c in part)
    whole = values_of(match["whole"] or match["pointed"])[0]
    if match["pointed"] or _LIKEWISE.search(text[:start] + text[end:]) or spoken_rate(text, start, end):
        yield Span(start, end, "rate", float(f"{whole:.0f}.{digits}"), "%")


def _unitless(text: str, match: re.Match[str], previous: str, spans: list[Span], bare: list[Bare]) -> None:
    start, end = match.span()
    for value in values_of(match["n"]):
        lent = short_sum(text, start, end, value, match["n"], previous)
        if lent is not None:
            spans.append(lent)
            continue
        change = context.bare_change(text, start, end, value)
        if change is not None:
            spans.append(change)
        elif "." in match["n"] and (distance := context.from_base(text, start, end, value)) is not None:
            spans.append(distance)
        elif context.is_rate(text, start, end, value, match["n"]):
            kind = context.rate_or_fee(text, start, end, value, previous)
            spans.append(Span(start, end, kind, value, "%", sure=False))
        elif "." not in match["n"] and "点" not in match["n"]:
            refund = value >= 5 and is_refund(text, start, end, previous)
            bare.append(
                Bare(
                    start,
                    end,
                    value,
                    refund or is_sum(text, start, end, match["n"]),
                    stands_as_sum(text, start, end, value, match["n"]),
                    counts=counts_things(text, end),
                )
            )
