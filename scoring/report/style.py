"""How the pages look: one style sheet, named by its hash in the page's content policy, and nothing else may load or run.

Every colour is set in pairs that keep a contrast of at least 4.5 to 1 for text and 3 to 1 for lines (WCAG 2.2 AA), by day,
by night and on paper; signs, dashes and words say the same as the colours.
"""

import base64
import hashlib

STYLE = """
:root { color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --quiet: #565e68; --line: #c9ced5; --soft: #f2f4f7;
  --good: #176639; --bad: #a8201a; --half: #7a5200; --bank: #1d4f91; --client: #9a4a00; --zone: #d5e8dc; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #16191d; --ink: #e8eaed; --quiet: #aab2bd; --line: #4a525c; --soft: #22272e;
  --good: #6fd497; --bad: #ff9a91; --half: #f0c060; --bank: #8ab8f5; --client: #ffb26b; --zone: #25483a; } }
* { box-sizing: border-box; }
html { font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
  "Noto Sans", sans-serif; background: var(--paper); color: var(--ink); }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; overflow-wrap: break-word; }
.quote { overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .4rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.2rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1rem 0 .3rem; }
p { margin: .35rem 0; }
a { color: var(--bank); }
a:focus-visible { outline: 3px solid var(--bank); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; }
.facts { display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; margin: .3rem 0 .8rem; color: var(--quiet); font-size: .88rem; }
.facts div { display: flex; gap: .4rem; }
.facts dt { white-space: nowrap; }
.facts dt::after { content: ":"; }
.facts dd { margin: 0; }
:lang(zh) .facts dt::after, .facts:lang(zh) dt::after { content: "："; }
.verdict { display: flex; gap: 1.2rem; align-items: center; border: 2px solid var(--line); border-radius: .5rem;
  padding: .8rem 1.1rem; background: var(--soft); }
.total { font-size: 2.6rem; font-weight: 700; line-height: 1; white-space: nowrap; }
.total small { display: block; font-size: .8rem; font-weight: 400; color: var(--quiet); margin-top: .25rem; }
.state { font-weight: 700; }
.good { color: var(--good); } .bad { color: var(--bad); } .half { color: var(--half); } .quiet { color: var(--quiet); }
ol.first { padding-left: 1.4rem; margin: .4rem 0; }
ol.first > li { margin: 0 0 .7rem; }
ol.first h3 { display: inline; font-size: 1rem; margin: 0; }
ul.plain { list-style: none; padding: 0; margin: .3rem 0; }
ul.plain > li { margin: 0 0 .6rem; padding-left: 1.4rem; text-indent: -1.4rem; }
ul.plain > li > * { text-indent: 0; }
.say { border-left: 3px solid var(--good); padding-left: .6rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; padding: 0; margin: .5rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; margin: .5rem 0; }
caption { text-align: left; color: var(--quiet); font-size: .85rem; padding: .2rem 0; }
th, td { text-align: left; vertical-align: top; padding: .32rem .8rem .32rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--line); }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
th.n, td.n { padding-left: .5rem; } thead th.n { white-space: normal; } thead th { word-break: keep-all; } .k { white-space: nowrap; } .n + td, .n + th:not(.n) { padding-left: 1rem; }
tbody th { font-weight: 600; } th small { font-weight: 400; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
figure { margin: .6rem 0; }
svg { display: block; width: 100%; height: auto; max-width: 44rem; }
svg.small { max-width: 34rem; }
text { fill: var(--ink); font-size: 13px; } text.quiet { fill: var(--quiet); } text.end { text-anchor: end; }
text.mid { text-anchor: middle; } text.on { fill: var(--paper); }
.axis { stroke: var(--line); stroke-width: 1; } .grid { stroke: var(--line); stroke-width: 1; stroke-dasharray: 1 4; }
.track { fill: var(--soft); stroke: var(--line); } .bar { fill: var(--bank); } .bar2 { fill: var(--client); }
.l1 { fill: none; stroke: var(--bank); stroke-width: 2.5; } .m1 { fill: var(--bank); stroke: var(--paper); }
.l2 { fill: none; stroke: var(--client); stroke-width: 2; stroke-dasharray: 6 4; }
.m2 { fill: var(--paper); stroke: var(--client); stroke-width: 2; }
.zone { fill: var(--zone); stroke: var(--good); stroke-dasharray: 2 3; }
.deal { fill: var(--good); } .up { fill: var(--good); } .down { fill: var(--bad); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; }
.talk { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .4rem 0 1rem; }
.talk dt { font-weight: 600; grid-column: 1; } .talk dd { margin: 0; grid-column: 2; }
.turn-head { display: flex; gap: .8rem; align-items: baseline; } .turn-head > * { margin: .2rem 0; }
div.turn { border-top: 1px solid var(--line); padding-top: .3rem; }
div.turn:target { background: var(--soft); outline: 2px solid var(--bank); }
footer { margin-top: 2.5rem; color: var(--quiet); font-size: .85rem; border-top: 1px solid var(--line); padding-top: .5rem; }
@media (max-width: 34rem) { body { padding: .8rem; } .verdict { display: block; } .talk { grid-template-columns: 1fr; } .talk dd { grid-column: 1; } }
@page { size: A4; margin: 15mm 14mm 16mm; }
@media print {
  :root { color-scheme: light; --paper: #ffffff; --ink: #000000; --quiet: #444b54; --line: #b4bac2; --soft: #f4f5f7;
    --good: #176639; --bad: #a8201a; --half: #7a5200; --bank: #1d4f91; --client: #9a4a00; --zone: #d5e8dc; }
  html { font-size: 10pt; line-height: 1.4; } body { max-width: none; padding: 0; }
  nav, .skip, .back { display: none; } a { color: inherit; text-decoration: none; }
  article + article, .next-page { break-before: page; }
  h2, h3, h4, caption { break-after: avoid; } tr, figure, ol.first > li, ul.plain > li, div.turn, .verdict { break-inside: avoid; }
  h2 { margin-top: 1rem; } .wide { overflow: visible; } p { orphans: 3; widows: 3; } thead { display: table-header-group; break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  svg { max-width: 150mm; -webkit-print-color-adjust: exact; print-color-adjust: exact; } svg.small { max-width: 84mm; }
  .pair { grid-template-columns: 1fr 1fr; } .talk { margin: .1rem 0 .4rem; } .verdict { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""


def policy() -> str:
    """The content policy: nothing is fetched, nothing runs, only this style sheet applies."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'none'; script-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )
