export const style = `
:root { color-scheme: light dark; --page: #f3f2ee; --card: #fff; --ink: #1f2328; --muted: #57606a;
  --link: #0b5cad; --rule: #dcdfe3; --brass: #7a5a12; --good: #e6f4ea; --bad: #fff1e5;
  --badge: #ece7d8 }
@media (prefers-color-scheme: dark) {
  :root { --page: #15181c; --card: #1f2429; --ink: #e6e9ec; --muted: #a8b1ba; --link: #8cc2ff;
    --rule: #3a424a; --brass: #e3bd63; --good: #1d3527; --bad: #3a2a1c; --badge: #3a3524 }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem; background: var(--page);
  color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { margin: 0; color: var(--brass); font: 600 1.75rem/1.2 Georgia, 'Times New Roman', serif }
h2 { margin: 0 0 .75rem; font-size: 1.2rem } h3 { margin: 0 0 .5rem; font-size: 1.05rem }
header p { margin: .25rem 0 } nav, .links, .buttons { display: flex; flex-wrap: wrap; gap: .5rem 1rem }
a { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.muted { margin: .5rem 0 0; color: var(--muted); font-size: .9rem }
.said, .problem { margin: 1rem 0; padding: .75rem 1rem; border-radius: .5rem; background: var(--good) }
.problem { background: var(--bad) } .problem h2 { margin: 0; font-size: 1.05rem }
.problem p, .problem ul { margin: .25rem 0 0 }
.columns { display: grid; grid-template-columns: minmax(0, 22rem) minmax(0, 1fr); gap: 1.5rem;
  align-items: start; margin-top: 1.25rem }
@media (max-width: 52rem) { .columns { grid-template-columns: minmax(0, 1fr) } }
.card { padding: 1rem 1.25rem; border-radius: .6rem; background: var(--card) }
.order { margin-bottom: 1rem } .order:target { outline: 2px solid var(--brass) }
fieldset { margin: 0 0 1rem; padding: 0; border: 0; min-width: 0 }
legend { padding: 0; font-weight: 700 }
.field { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center;
  justify-content: space-between; margin: .4rem 0 }
input, select, button { font: inherit; color: inherit }
input, select { max-width: 100%; padding: .3rem .5rem; border: 1px solid var(--muted);
  border-radius: .3rem; background: var(--page) }
input[type=number] { width: 5rem }
input[type=checkbox] { width: 1.25rem; height: 1.25rem }
button { padding: .4rem .8rem; border: 1px solid var(--muted); border-radius: .3rem;
  background: var(--page); cursor: pointer }
.buy { width: 100%; padding: .7rem; border: 0; background: var(--brass); color: var(--card);
  font-weight: 700 }
dl { margin: 0 } dl > div { display: flex; gap: 1rem; padding: .1rem 0 }
dt { flex: 0 0 8rem; color: var(--muted) } dd { margin: 0; overflow-wrap: break-word; min-width: 0 }
@media (max-width: 30rem) { dt { flex-basis: 5.5rem } }
.links { margin: .75rem 0 }
.phase { margin-inline-start: .4rem; padding: .1rem .6rem; border-radius: 1rem;
  background: var(--badge); font-size: .85rem; font-weight: 600; white-space: nowrap }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
`;
