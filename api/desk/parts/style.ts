import { palette } from '../../html/palette.ts';

/** Dense, for people who look at it all day. Tables scroll by themselves on a narrow screen. */
export const style = `${palette}
:root { --radius: 4px }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: break-word;
  font: .875rem/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif }
a { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px }
.skip { position: absolute; inset-inline-start: -99rem } .skip:focus { inset-inline-start: .5rem; inset-block-start: .5rem }
.staging { margin: 0; padding: .4rem 1rem; background: var(--warn-ground); color: var(--warn) }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; padding: .5rem 1rem;
  background: var(--card); border-block-end: 1px solid var(--rule) }
.top ul { display: flex; flex-wrap: wrap; gap: .1rem .25rem; margin: 0; padding: 0; list-style: none }
.top nav a { display: block; padding: .3rem .55rem; border-radius: var(--radius); color: var(--ink);
  text-decoration: none }
.top nav a:hover { background: var(--panel) }
.top nav [aria-current] { background: var(--panel); font-weight: 600; box-shadow: inset 0 -2px var(--link) }
main nav [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; box-shadow: 0 2px var(--link) }
.top .who { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; margin-inline-start: auto }
main { max-width: 88rem; margin: 0 auto; padding: 1rem }
h1 { margin: 0 0 .75rem; font-size: 1.35rem; line-height: 1.25 }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.05rem; line-height: 1.3 }
h3 { margin: 1rem 0 .35rem; font-size: .95rem }
p { margin: 0 0 .6rem } ul, ol { margin: 0 0 .6rem; padding-inline-start: 1.2rem }
code, pre, .id { font: .8125rem/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
.muted { color: var(--muted); font-weight: 400 } .lead { font-size: 1rem }
.said, .refused, .notice { margin: 0 0 1rem; padding: .6rem .9rem; border-inline-start: .3rem solid;
  border-radius: var(--radius) }
.said { background: var(--good-ground); border-color: var(--done) }
.refused { background: var(--warn-ground); border-color: var(--danger) }
.notice { background: var(--warn-ground); border-color: var(--warn) }
.said p:last-child, .refused p:last-child, .notice p:last-child { margin: 0 }
.panel { margin: 0 0 1rem; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--rule);
  border-radius: var(--radius) }
.panel > h2:first-child, .panel > h3:first-child { margin-block-start: 0 }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 1rem; align-items: start }
.scroll { position: relative; overflow-x: auto; margin: 0 0 1rem; background: var(--card); border: 1px solid var(--rule);
  border-radius: var(--radius) }
table { width: 100%; border-collapse: collapse }
caption { padding: .5rem .75rem; text-align: start; font-weight: 600 }
th, td { padding: .35rem .75rem; text-align: start; vertical-align: top; border-block-start: 1px solid var(--rule) }
thead th { border: 0; color: var(--muted); font-weight: 600; white-space: nowrap }
tbody th { min-width: 7.5rem; font-weight: 600 }
tbody tr:hover { background: var(--panel) }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap }
time, .nowrap { white-space: nowrap }
.roomy { display: inline-block; min-width: 10rem; max-width: 20rem; overflow-wrap: anywhere }
.goods { min-width: 8rem }
.empty { margin: 0; padding: .75rem; color: var(--muted) }
.badge { display: inline-block; padding: 0 .45rem; border: 1px solid var(--rule); border-radius: 1rem;
  background: var(--panel); white-space: nowrap }
.roomy .badge { border-radius: .5rem; white-space: normal }
.badge.good { border-color: var(--done); color: var(--done); background: var(--good-ground) }
.badge.warn { border-color: var(--warn); color: var(--warn); background: var(--warn-ground) }
.badge.bad { border-color: var(--danger); color: var(--danger); background: var(--card) }
.facts > div { display: contents }
.facts { display: grid; grid-template-columns: fit-content(max(7rem, 40%)) minmax(0, 1fr); gap: .2rem 1rem; margin: 0 0 .6rem }
.facts dt { min-width: 6rem; color: var(--muted); overflow-wrap: anywhere } .facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: .75rem; margin: 0 0 1rem; padding: 0; list-style: none }
.tiles > li { padding: .6rem .9rem; background: var(--card); border: 1px solid var(--rule); border-radius: var(--radius) }
.tiles .count { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums }
.filter { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem .75rem; margin: 0 0 1rem }
.field { display: grid; grid-template-columns: minmax(0, 1fr); gap: .15rem; margin: 0 0 .75rem; min-width: 0 } .filter .field { margin: 0 }
.filter > a, .filter > details, .filter .check { margin: 0; padding-block-end: .4rem }
.field label, .field .label { overflow-wrap: anywhere; color: var(--muted); font-size: .8125rem }
.field .hint { color: var(--muted); font-size: .8125rem; margin: 0 } .field .fault { color: var(--danger); margin: 0 }
input, select { min-height: 2.1rem }
input, select, textarea { max-width: 100%; padding: .35rem .5rem; border: 1px solid var(--muted);
  border-radius: var(--radius); background: var(--card); color: inherit; font: inherit }
input[type=checkbox], input[type=radio] { min-height: 0; inline-size: 1rem; block-size: 1rem; margin: 0; vertical-align: -.1rem }
textarea { width: 100%; min-height: 4rem }
.check { display: flex; align-items: baseline; gap: .5rem; margin: 0 0 .75rem }
fieldset { min-width: 0; margin: 0 0 .75rem; padding: .5rem .75rem; border: 1px solid var(--rule); border-radius: var(--radius) }
button, .button { display: inline-block; padding: .35rem .75rem; border: 1px solid var(--muted); border-radius: var(--radius);
  background: var(--card); color: var(--ink); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer }
button.go, .button.go { background: var(--link); border-color: var(--link); color: var(--card) }
button.sure { background: var(--danger); border-color: var(--danger); color: var(--danger-ink) }
button.plain { padding: 0; border: 0; background: none; color: var(--link); font-weight: 400; text-decoration: underline }
.buttons, .pager { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; margin: 0 0 1rem }
.inline { display: inline }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
img { max-width: 100%; height: auto }
svg.chart { display: block; max-width: 100%; height: auto }
.figure { margin: 0 0 1rem } .drawing { padding: .5rem }
.drawing svg.chart { min-width: 40rem; max-width: 60rem; width: 100% }
.drawing text { fill: currentColor; font: 12px system-ui, sans-serif }
.drawing .grid { stroke: var(--rule) }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0 0 .35rem; padding: 0; list-style: none }
.legend svg { margin-inline-end: .4rem; vertical-align: -.1rem }
iframe.mail { display: block; width: 100%; height: 36rem; max-height: 85vh; border: 1px solid var(--rule);
  border-radius: var(--radius); background: #fff; resize: vertical }
.preview { position: sticky; inset-block-start: .5rem }
.preview:has(option[value=phone]:checked) iframe.mail { max-width: 24.5rem }
iframe.phone { width: min(375px, 100%) }
@media (max-width: 30rem) { td:last-child:not(.number) { min-width: 11rem } .facts { grid-template-columns: 1fr } .facts dd { margin: 0 0 .35rem } main { padding: .75rem } }
@media print { .top, .filter, .buttons, .pager, form { display: none } body { background: #fff } }
`;
