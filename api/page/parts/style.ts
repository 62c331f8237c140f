/** Every pair of text and ground is at least 4.5:1, in both palettes. No picture, no font. */
export const style = `
:root { color-scheme: light dark; --page: #f3f2ee; --card: #fff; --panel: #f6f3ea; --ink: #1f2328;
  --muted: #57606a; --link: #0b5cad; --rule: #dcdfe3; --done: #1a6b3c; --warn: #8a3200;
  --warn-ground: #fff1e5; --good-ground: #e6f4ea; --danger: #a40e26; --danger-ink: #fff }
@media screen and (prefers-color-scheme: dark) {
  :root { --page: #15181c; --card: #1f2429; --panel: #2a3037; --ink: #e6e9ec; --muted: #a8b1ba;
    --link: #8cc2ff; --rule: #3a424a; --done: #7fd6a0; --warn: #ffc48a; --warn-ground: #3a2a1c;
    --good-ground: #1d3527; --danger: #ffb3ba; --danger-ink: #15181c }
}
* { box-sizing: border-box }
body { margin: 0; padding: 1.5rem .75rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif;
  overflow-wrap: anywhere }
header, main, footer { max-width: 40rem; margin: 0 auto }
header { padding: 0 .25rem .75rem; color: var(--muted) }
.staging { max-width: 40rem; margin: 0 auto 1rem; padding: .5rem .75rem; border-radius: .4rem;
  background: var(--warn-ground); color: var(--warn) }
main { padding: 1.5rem 1.25rem; background: var(--card); border-radius: .6rem }
footer { padding: 1rem .25rem; color: var(--muted); font-size: .875rem }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25 }
h2 { margin: 1.75rem 0 .4rem; padding-top: 1.25rem; border-top: 1px solid var(--rule);
  font-size: 1.05rem; line-height: 1.3 }
p { margin: 0 0 .6rem }
blockquote { margin: 0 0 .6rem; padding: .75rem 1rem; background: var(--panel);
  border-radius: .4rem }
ul, ol, dl, dd { margin: 0; padding: 0; list-style: none }
a { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px }
.muted { color: var(--muted) }
.lead { font-size: 1.1rem }
.promise { padding: .75rem 1rem; background: var(--panel); border-radius: .4rem }
.notice, .problem { padding: .75rem 1rem; border-radius: .4rem; border-inline-start: .3rem solid }
.notice { background: var(--good-ground); border-color: var(--done) }
.problem { margin: 1.25rem 0 0; background: var(--warn-ground); border-color: var(--warn) }
.problem h2 { margin: 0 0 .4rem; padding: 0; border: 0; color: var(--warn) }
.problem .button { margin-top: .4rem }
.problem p:last-child, .promise:last-child { margin-bottom: 0 }
.progress { display: flex; margin: 1.25rem 0; gap: .25rem }
.progress li { flex: 1; padding-top: .4rem; border-top: .3rem solid var(--rule);
  color: var(--muted); font-size: .8125rem; line-height: 1.25; overflow-wrap: normal }
.progress .done { border-color: var(--done) }
.progress [aria-current] { border-color: var(--done); color: var(--ink); font-weight: 700 }
.progress .stopped { border-color: var(--danger); color: var(--ink); font-weight: 700 }
.rows > li, .sums > div { display: flex; gap: 1rem; justify-content: space-between;
  padding: .6rem 0; border-bottom: 1px solid var(--rule) }
.rows > li > :last-child, .sums dd { white-space: nowrap; text-align: end }
.sums > div { padding: .3rem 0; border: 0 }
.sums > div:last-child { font-weight: 700 }
.parcel { padding: .75rem 1rem; margin-bottom: .6rem; background: var(--panel);
  border-radius: .4rem }
.parcel p:last-child { margin: 0 }
.button { display: inline-block; padding: .65rem 1.1rem; border: 1px solid var(--danger);
  border-radius: .4rem; background: none; color: var(--danger); font: inherit; font-weight: 600;
  text-decoration: none; cursor: pointer }
.button.go { border-color: var(--link); background: var(--link); color: var(--danger-ink) }
.button:disabled { opacity: .55; cursor: default }
.said { min-height: 1.5rem; margin: 1rem 0 0; color: var(--warn) }
.card-form { min-height: 16rem; margin: 1rem 0 }
.button.sure { background: var(--danger); color: var(--danger-ink) }
.field { display: grid; gap: .35rem; margin: 1.25rem 0 0 }
.field input { max-width: 100%; padding: .6rem .75rem; border: 1px solid var(--muted);
  border-radius: .4rem; background: var(--page); color: inherit; font: inherit }
form p { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.25rem;
  margin: 1.25rem 0 0 }
.privacy { margin: 1.75rem 0 0; font-size: .875rem }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap }
@media (max-width: 30rem) {
  .progress { flex-direction: column; gap: 0 }
  .progress li { flex: none; padding: .3rem 0 .3rem .75rem; border-top: 0;
    border-inline-start: .3rem solid var(--rule); font-size: .9375rem }
}
@media print {
  :root { --page: #fff; --card: #fff; --panel: #fff; --ink: #000; --muted: #333; --link: #000;
    --rule: #999 }
  body, main { padding: 0 }
  .actions, .notice { display: none }
  .parcel, .promise { padding: 0 }
  h2 { break-after: avoid } .rows > li, .parcel { break-inside: avoid }
}
`;
