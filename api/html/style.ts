import { palette } from './palette.ts';
import type { Shop } from './site.ts';

/** The look of a page in the shop's colours, of which its configuration says that they hold. */
export const styleFor = ({ colour, radius }: Pick<Shop, 'colour' | 'radius'>): string => {
  const { light, dark } = colour ?? { light: '#1f2328', dark: '#e6e9ec' };
  return `:root { --brand: ${light}; --radius: ${radius ?? 6}px }
@media screen and (prefers-color-scheme: dark) { :root { --brand: ${dark} } }${palette}${style}`;
};

/** No font of its own. */
const style = `
* { box-sizing: border-box }
body { margin: 0; padding: 1.5rem .75rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;
  overflow-wrap: anywhere }
header, main, footer { max-width: 40rem; margin: 0 auto }
header { padding: 0 .25rem .75rem; font-weight: 600 }
header, header a { color: var(--brand) }
.logo { display: block; max-width: 100%; height: auto }
.staging { max-width: 40rem; margin: 0 auto 1rem; padding: .5rem .75rem; border-radius: var(--radius);
  background: var(--warn-ground); color: var(--warn) }
main { padding: 1.5rem 1.25rem; background: var(--card); border-radius: calc(var(--radius) * 1.5) }
footer { padding: 1rem .25rem; color: var(--muted); font-size: .875rem }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25 }
h2 { margin: 1.75rem 0 .4rem; padding-top: 1.25rem; border-top: 1px solid var(--rule);
  font-size: 1.05rem; line-height: 1.3 }
p { margin: 0 0 .6rem }
blockquote { margin: 0 0 .6rem; padding: .75rem 1rem; background: var(--panel);
  border-radius: var(--radius) }
ul, ol, dl, dd { margin: 0; padding: 0; list-style: none }
a { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px }
.muted { color: var(--muted) }
.lead { font-size: 1.1rem }
.promise { padding: .75rem 1rem; background: var(--panel); border-radius: var(--radius) }
.notice, .problem { padding: .75rem 1rem; border-radius: var(--radius); border-inline-start: .3rem solid }
.notice { background: var(--good-ground); border-color: var(--done) }
.problem { margin: 1.25rem 0 0; background: var(--warn-ground); border-color: var(--warn) }
.problem h2 { margin: 0 0 .4rem; padding: 0; border: 0; color: var(--warn) }
.problem .button { margin-top: .4rem }
.problem p:last-child, .promise p:last-child, .notice p:last-child { margin-bottom: 0 }
.bar { height: .6rem; margin: .75rem 0 .35rem; border: 1px solid var(--muted);
  border-radius: .3rem; overflow: hidden }
.bar span { display: block; block-size: 100%; background: var(--brand);
  print-color-adjust: exact; -webkit-print-color-adjust: exact }
.ends { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem;
  font-size: .9375rem }
.ends :last-child { font-weight: 700 }
.progress { display: flex; margin: 1.25rem 0; gap: .25rem }
.progress li { flex: 1; padding-top: .4rem; border-top: .3rem solid var(--rule);
  color: var(--muted); font-size: .8125rem; line-height: 1.25; overflow-wrap: normal }
.progress .done { border-color: var(--done) }
.progress [aria-current] { border-color: var(--done); color: var(--ink); font-weight: 700 }
.progress .stopped { border-color: var(--danger); color: var(--ink); font-weight: 700 }
.way { margin-top: .75rem }
.way li { position: relative; padding: 0 0 .9rem; padding-inline-start: 2rem }
.way li:not(:last-child)::before { content: ''; position: absolute; inset-block: .3rem 0;
  inset-inline-start: .55rem; border-inline-start: 2px solid var(--rule) }
.way li::after { content: ''; position: absolute; inset-block-start: .2rem; inset-inline-start: 0;
  width: 1.2rem; height: 1.2rem; border: 2px solid var(--muted); border-radius: 50%;
  background: var(--card); color: var(--card); font-size: .8rem; line-height: 1.05rem;
  text-align: center }
.way .done::after { content: '✓' / ''; border-color: var(--done); background: var(--done);
  print-color-adjust: exact; -webkit-print-color-adjust: exact }
.when { display: block; color: var(--muted); font-size: .875rem }
.mails li, .dates li { padding: .4rem 0; border-bottom: 1px solid var(--rule) }
.dates span { display: block }
.dates-beside { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0 0 .6rem }
.dates-beside dt { font-size: .875rem } .dates-beside dd { font-weight: 700 }
.pair { display: flex; flex-wrap: wrap; gap: .5rem .75rem }
.pair .button { flex: 1 1 12rem; text-align: center }
.problem .button.plain { background: var(--card) }
.promise h2 { margin: 0 0 .4rem; padding: 0; border: 0 }
.promise + .promise { margin-top: .75rem }
.instead { margin-top: 1rem }
.links li { padding: .3rem 0 }
.choice { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.25rem }
.back { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1.25rem 0 0 }
.mail { display: block; inline-size: 100%; block-size: 42rem; max-block-size: 85vh;
  border: 1px solid var(--rule); border-radius: var(--radius); background: #fff; resize: vertical }
.rows > li, .sums > div { display: flex; gap: 1rem; justify-content: space-between;
  padding: .6rem 0; border-bottom: 1px solid var(--rule) }
ul.rows + p { margin-top: .75rem }
.what { flex: 1; min-width: 0 }
.rows .sum, .sums dd { white-space: nowrap; text-align: end }
.thumb { flex: none; width: 4rem; height: 4rem; border-radius: var(--radius); object-fit: cover;
  background: var(--panel) }
.sums > div { padding: .3rem 0; border: 0 }
.sums > div:last-child { font-weight: 700 }
.parcel { padding: .75rem 1rem; margin-bottom: .6rem; background: var(--panel);
  border-radius: var(--radius) }
.parcel p:last-child { margin: 0 }
.button { display: inline-block; padding: .65rem 1.1rem; border: 1px solid var(--danger);
  border-radius: var(--radius); background: none; color: var(--danger); font: inherit; font-weight: 600;
  text-decoration: none; cursor: pointer }
.button.go { border-color: var(--brand); background: var(--brand); color: var(--card) }
.button.plain { border-color: var(--muted); color: var(--ink); padding: .45rem .9rem }
.button:disabled { opacity: .55; cursor: default }
.said { min-height: 1.5rem; margin: 1rem 0 0; color: var(--warn) }
.card-form { min-height: 16rem; margin: 1rem 0 }
.button.sure { background: var(--danger); color: var(--danger-ink) }
.field { display: grid; gap: .35rem; margin: 1.25rem 0 0 }
.field input { max-width: 100%; padding: .6rem .75rem; border: 1px solid var(--muted);
  border-radius: .4rem; background: var(--page); color: inherit; font: inherit }
form p { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.25rem;
  margin: 1.25rem 0 0 }
fieldset { margin: 1.25rem 0 0; padding: .5rem 1rem .75rem; border: 1px solid var(--muted);
  border-radius: var(--radius) }
legend { padding: 0 .4rem; font-weight: 600 }
fieldset label { display: flex; align-items: baseline; gap: .6rem; padding: .45rem 0 }
input, select { font: inherit; color: inherit; accent-color: var(--brand) }
input[type=number], select { padding: .45rem .6rem; border: 1px solid var(--muted);
  border-radius: var(--radius); background: var(--card); max-width: 100% }
input[type=number] { inline-size: 6rem }
input[type=radio], input[type=checkbox] { flex: none; inline-size: 1.1rem; block-size: 1.1rem;
  margin: 0; vertical-align: -.15rem; translate: 0 .15rem }
form .quantity { flex-wrap: nowrap; margin: 0; padding: .6rem 0;
  border-bottom: 1px solid var(--rule) }
.quantity label { flex: 1; min-width: 0 }
.choices { margin: 0; padding: 0; border: 0 } .choices legend { padding: 0; font-weight: 700 }
.choices > div { margin: .75rem 0 0 } .choices p { display: block; margin: .1rem 0 0; font-size: .875rem }
.choices input { font: inherit } .choices label { padding-inline: .4rem; font-weight: 600 }
.choices input[type=checkbox] { width: 1.25rem; height: 1.25rem; margin: 0; vertical-align: -.2rem }
.choices input[type=date] { display: block; max-width: 100%; margin-top: .3rem; padding: .5rem;
  border: 1px solid var(--muted); border-radius: .4rem; background: var(--card); color: var(--ink) }
.choices label[for=pausedUntil] { padding-inline: 0 }
.changes { margin-bottom: 1.25rem } .changes > li { padding: .5rem 0; border-bottom: 1px solid var(--rule) }
.privacy { margin: 1.75rem 0 0; font-size: .875rem }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap }
@media (max-width: 30rem) {
  .thumb { width: 3rem; height: 3rem }
  .rows > li { flex-wrap: wrap; gap: .25rem .75rem }
  .rows .what { flex-basis: calc(100% - 4rem) }
  .rows .sum { flex-basis: 100% }
  form .quantity { flex-wrap: wrap; gap: .5rem .75rem }
  .quantity label { flex-basis: calc(100% - 4rem) }
  .progress { flex-direction: column; gap: 0 }
  .progress li { flex: none; padding: .3rem 0 .3rem .75rem; border-top: 0;
    border-inline-start: .3rem solid var(--rule); font-size: .9375rem }
}
@media print {
  :root { --page: #fff; --card: #fff; --panel: #fff; --ink: #000; --muted: #333; --link: #000;
    --rule: #999 }
  body, main { padding: 0 }
  .actions, .notice, .back, form { display: none }
  .parcel, .promise { padding: 0 }
  h2 { break-after: avoid } .rows > li, .parcel, .way li { break-inside: avoid }
}
`;
