// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/html_parts.hpp"

namespace freiton::report {

// Colours after Okabe and Ito (2008), darker on white and lighter on black, so that each has a contrast of 3 to 1 with
// the page; texts have 4.5 to 1 (WCAG 2.2, AA). tests/pages measures both.
const std::string_view page_style = R"css(
:root { color-scheme: light dark; --back: #fff; --text: #1a1c20; --line: #8886; --quiet: #5c6066; --grid: #d5d8dc;
  --c0: #0067a5; --c1: #b85c00; --c2: #00795a; --c3: #93417f; --c4: #5f6368; --c5: #7d6600; }
@media (prefers-color-scheme: dark) {
  :root { --back: #15171a; --text: #e9eaec; --quiet: #a9adb3; --grid: #3c4046;
    --c0: #56b4e9; --c1: #f0a030; --c2: #2fc49a; --c3: #e08bc0; --c4: #b9bdc3; --c5: #e9d94a; } }
body { font: 1rem/1.45 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem;
  background: var(--back); color: var(--text); }
h1 { font-size: 1.5rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 .3rem; overflow-wrap: anywhere; }
p, dl, figcaption { max-width: 62rem; overflow-wrap: anywhere; }
.table { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
th, td { padding: .15rem .8rem .15rem 0; text-align: right; white-space: nowrap; font-weight: normal; }
th.words, td.words { text-align: left; } tr.part th { padding-left: 1.2rem; }
thead th { border-bottom: 1px solid; color: var(--quiet); vertical-align: bottom; }
tbody + tbody { border-top: 1px solid var(--line); } tbody + tbody th, tbody + tbody td { font-weight: 600; }
.picture { font-family: monospace; text-align: left; white-space: pre; color: var(--quiet); }
.note { color: var(--quiet); margin: .4rem 0; }
dl { display: grid; grid-template-columns: minmax(4rem, max-content) 1fr; gap: .3rem 1.2rem; }
dt { font-weight: 600; } dd { margin: 0; grid-column: 2; }
.headline p { margin: .3rem 0; font-size: 1.05rem; }
.numbers { display: flex; flex-wrap: wrap; gap: .6rem 2.2rem; list-style: none; padding: 0; margin: 1rem 0; }
.numbers strong { display: block; font-size: 1.6rem; line-height: 1.2; } .numbers span { color: var(--quiet); }
figure { margin: 0 0 2rem; } figcaption p { margin: 0 0 .5rem; color: var(--quiet); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: 0; margin: 0 0 .5rem; }
.key { width: 24px; height: 12px; vertical-align: -1px; }
.legend button { font: inherit; color: inherit; background: none; border: 0; padding: .2rem 0;
  cursor: pointer; text-align: left; }
.legend button[aria-pressed=false] { text-decoration: line-through; color: var(--quiet); }
.frames { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13.5rem), 1fr)); gap: .6rem; }
.frames.maps { grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); }
.frames.one { grid-template-columns: minmax(0, 48rem); }
.frames svg { display: block; width: 100%; height: auto; overflow: hidden; }
svg text { font: 10px system-ui, sans-serif; fill: var(--text); }
.c0 { color: var(--c0); } .c1 { color: var(--c1); } .c2 { color: var(--c2); }
.c3 { color: var(--c3); } .c4 { color: var(--c4); } .c5 { color: var(--c5); }
svg path, svg circle { vector-effect: non-scaling-stroke; }
.area { fill: currentColor; stroke: none; } .hollow { fill: none; stroke: none; }
.key .hollow { stroke: var(--quiet); stroke-dasharray: 2 2; }
.strokes { fill: none; stroke: var(--back); stroke-width: 1px; }
.days { fill: currentColor; opacity: .10; stroke: none; }
.band { fill: currentColor; opacity: .22; stroke: none; }
.line, .outline, .promise { fill: none; stroke: currentColor; stroke-width: 2px; stroke-linejoin: round; }
.outline { color: var(--text); } .outline.dashed { stroke-dasharray: 4 3; }
.dots { fill: none; stroke: var(--text); stroke-width: 3.5px; stroke-linecap: round; }
.line { stroke-linecap: round; } .promise { stroke-width: 1.5px; stroke-dasharray: 2 4; }
.c1.line { stroke-dasharray: 8 4; } .c2.line { stroke-dasharray: 2 4; } .c3.line { stroke-dasharray: 10 3 2 3; }
.c4.line { stroke-dasharray: 5 3; } .c5.line { stroke-dasharray: 12 3; }
.ring { fill: var(--back); stroke: currentColor; stroke-width: 1.5px; }
.grid { fill: none; stroke: var(--grid); } .cross { fill: none; stroke: var(--quiet); }
.whisker { fill: none; stroke: var(--text); stroke-width: 1.5px; }
.h0 { fill: #e8f1f8; } .h1 { fill: #c3dbee; } .h2 { fill: #8dbbdf; } .h3 { fill: #2a6ea8; } .h4 { fill: #0b4880; }
.number { text-anchor: middle; } .n0 text, .n1 text, .n2 text { fill: #10151a; } .n3 text, .n4 text { fill: #fff; }
.readout { min-height: 1.45em; margin: 0; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; padding: .3rem 0; width: max-content; }
figure .table { margin: .5rem 0; }
@media (min-width: 45rem) { .frames.one svg text { font-size: 6px; } }
@media (max-width: 40rem) { .frames.one svg text { font-size: 11px; } dl { display: block; } dt { margin-top: .6rem; } }
@page { size: A4; margin: 15mm; }
@media print {
  body { font-size: 9pt; max-width: none; margin: 0; padding: 0; }
  .table { overflow: visible; } thead { display: table-header-group; } tr, dd, figure, figcaption, .headline, .frames svg { break-inside: avoid; }
  h2, figcaption, .legend { break-after: avoid; } .readout, details:not([open]) { display: none; }
  .frames { grid-template-columns: repeat(3, 1fr); } .frames.maps { grid-template-columns: repeat(2, 1fr); }
}
)css";

const std::string_view page_script = R"js(
'use strict';
for (const figure of document.querySelectorAll('figure')) {
  for (const entry of figure.querySelectorAll('.legend:not(.fixed) li')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-pressed', 'true');
    button.append(...entry.childNodes);
    entry.append(button);
    button.addEventListener('click', () => {
      const shown = button.getAttribute('aria-pressed') === 'false';
      button.setAttribute('aria-pressed', String(shown));
      const promise = entry.querySelector('.promise') !== null;
      for (const path of figure.querySelectorAll('.frames [data-series="' + entry.dataset.of + '"]'))
        if (path.classList.contains('promise') === promise) path.style.display = shown ? '' : 'none';
    });
  }
  const titles = [...figure.querySelectorAll('thead tr > *')].map(cell => cell.textContent);
  const rows = figure.querySelectorAll('tbody tr');
  const readout = figure.querySelector('.readout');
  for (const svg of figure.querySelectorAll('svg[data-x]')) {
    const places = svg.dataset.x.split(' ').map(Number);
    const cross = document.createElementNS(svg.namespaceURI, 'path');
    cross.setAttribute('class', 'cross');
    svg.append(cross);
    readout.hidden = false;
    svg.addEventListener('pointermove', event => {
      const x = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse()).x;
      let nearest = 0;
      places.forEach((place, i) => { if (Math.abs(place - x) < Math.abs(places[nearest] - x)) nearest = i; });
      cross.setAttribute('d', 'M' + places[nearest] + ' 20V' + (svg.viewBox.baseVal.height - 17));
      const cells = [...rows[Number(svg.dataset.first) + nearest].cells].map(cell => cell.textContent);
      readout.textContent = cells[0] + ' \u2013 ' + cells.slice(1).map((text, c) => titles[c + 1] + ' ' + text).join(' \u00b7 ');
    });
    svg.addEventListener('pointerleave', () => { cross.removeAttribute('d'); readout.textContent = ''; });
  }
}
)js";

}  // namespace freiton::report
