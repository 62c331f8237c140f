export const style = `
:root { color-scheme: light dark; --page: #f6f1e8; --card: #fffdf9; --ink: #1f2328; --muted: #5c574e;
  --link: #0b5cad; --rule: #ddd4c4; --brass: #7a5a12; --good: #e6f0df; --bad: #fdebdd;
  --badge: #ece2cb; --in-stock: #2f6b2f }
@media (prefers-color-scheme: dark) {
  :root { --page: #17191c; --card: #202429; --ink: #e8e6e1; --muted: #b0aba1; --link: #8cc2ff;
    --rule: #3b3f45; --brass: #e3bd63; --good: #1f3526; --bad: #3a2a1c; --badge: #3a3524; --in-stock: #8fce8f }
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 82rem; padding: 1rem 1.25rem 2rem; background: var(--page);
  color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere }
h1, .items h2, .stories h2 { font-family: Georgia, 'Liberation Serif', 'Times New Roman', serif; font-weight: 600 }
h1 { margin: 0 0 .5rem; font-size: clamp(1.7rem, 4vw, 2.3rem); line-height: 1.15 }
h2 { margin: 0 0 .75rem; font-size: 1.15rem } h3 { margin: 1.1rem 0 .4rem; font-size: 1rem }
p { margin: .4rem 0 } img { max-width: 100%; height: auto; display: block }
a { color: var(--link) } a, button, summary { overflow-wrap: anywhere }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
header { display: flex; flex-wrap: wrap; gap: .75rem 2rem; align-items: center;
  justify-content: space-between; padding-bottom: 1rem; border-bottom: 1px solid var(--rule) }
nav, .links, .buttons { display: flex; flex-wrap: wrap; gap: .5rem 1.1rem; align-items: center }
nav a { color: var(--ink); text-decoration: none } nav a:hover { text-decoration: underline }
footer { margin-top: 2.5rem; color: var(--muted); font-size: .9rem }
.muted { color: var(--muted); font-size: .9rem }
.said, .problem { margin: 0 0 1.25rem; padding: .75rem 1rem; border-radius: .5rem; background: var(--good) }
.problem { background: var(--bad) } .problem h2 { margin: 0; font-size: 1.05rem }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 23rem; gap: 2.25rem;
  align-items: start; margin-top: 1.75rem }
.card, .life { border-radius: .75rem; background: var(--card); border: 1px solid var(--rule) }
.life { padding: 1.1rem 1.25rem; position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto }
@media (max-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr) }
  .life { position: static; max-height: none } .columns:has(#newest) .life { order: -1 } }
.hero { margin-bottom: 1.75rem; max-width: 36rem } .hero p { font-size: 1.1rem; color: var(--muted) }
.items { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr));
  gap: 1.25rem; margin: 0; padding: 0; list-style: none }
.item { overflow: hidden; padding-bottom: .9rem } .item a { color: inherit; text-decoration: none }
.item a:hover h2 { text-decoration: underline }
.item h2 { margin: .9rem 1.1rem 0; font-size: 1.3rem } .item p { margin: .2rem 1.1rem }
.picture { width: 100%; aspect-ratio: 4 / 3; object-fit: cover }
.price { font-weight: 600 }
backorder-status { display: block; min-height: 3em; margin: .4rem 0; color: var(--brass); font-weight: 600;
  --backorder-status-in-stock: var(--in-stock) }
.item backorder-status { margin: .2rem 1.1rem }
.product { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 2rem }
.product .picture { border-radius: .75rem } .product .price { font-size: 1.25rem }
.offer { margin: 1rem 0; padding: .75rem 1rem; border-inline-start: 4px solid var(--brass); background: var(--card) }
.buy-form { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center }
.stories { margin-top: 2rem; columns: 2 17rem; column-gap: 1.25rem }
.stories .card { overflow: hidden; padding-bottom: .9rem; margin-bottom: 1.25rem; break-inside: avoid }
.steps { margin: .5rem 0; padding-inline-start: 1.2rem } .steps li { margin: .3rem 0 }
.stories h2 { margin: .9rem 1.1rem .2rem } .stories p { margin: 0 1.1rem; color: var(--muted) }
.checkout { padding: 1.25rem 1.5rem; max-width: 40rem }
fieldset { margin: 0 0 1.5rem; padding: 0; border: 0; min-width: 0 }
legend { padding: 0 0 .4rem; font-weight: 700 }
.field, .line { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center;
  justify-content: space-between; margin: .5rem 0 }
.line { flex-wrap: nowrap; justify-content: start } .line label { flex: 1 }
.line img { width: 4rem; border-radius: .3rem }
.check { display: flex; gap: .6rem; align-items: center }
input, select, button { font: inherit; color: inherit }
input, select { max-width: 100%; padding: .4rem .6rem; border: 1px solid var(--muted);
  border-radius: .4rem; background: var(--page) }
.field input, .field select { flex: 0 1 19rem; min-width: 0 }
input[type=number] { width: 5rem } input[type=checkbox] { width: 1.25rem; height: 1.25rem }
button { padding: .45rem .85rem; border: 1px solid var(--muted); border-radius: .4rem;
  background: var(--page); cursor: pointer }
button:hover { border-color: var(--ink) }
.buy { flex: 1 1 100%; width: 100%; padding: .75rem; border: 0; background: var(--brass); color: var(--card);
  font-weight: 700 }
.life .buttons { gap: .5rem; margin: .9rem 0 }
dl { margin: .5rem 0; font-size: .92rem } dl > div { display: flex; gap: .75rem; padding: .1rem 0 }
dt { flex: 0 0 6.5rem; color: var(--muted) } dd { margin: 0; min-width: 0 }
.phase { margin-inline-start: .3rem; padding: .1rem .6rem; border-radius: 1rem;
  background: var(--badge); font-size: .85rem; font-weight: 600; white-space: nowrap }
.wait { font-size: .9rem; color: var(--muted) }
.bar { display: block; height: .5rem; margin-bottom: .25rem; border-radius: .5rem; background: var(--badge); overflow: hidden }
.bar span { display: block; height: 100%; background: var(--brass) }
.mails { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--rule) }
.mails li { padding: .5rem 0; border-bottom: 1px solid var(--rule) }
.mails time { display: block; color: var(--muted); font-size: .85rem }
details { margin-top: 1rem } details ul { margin: .4rem 0; padding-inline-start: 1.2rem }
.mail-frame { display: block; width: 100%; border: 1px solid var(--rule); border-radius: 1rem; background: #fff }
.mail-frame.phone { max-width: 24rem; height: 48rem; margin: 1rem auto 0 }
#updates .stories { columns: auto; max-width: 44rem } #updates .stories h2 a { color: inherit }
#updates .stories p + p { margin-top: .5rem }
.supply { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; width: 100%; padding: .6rem .7rem;
  border: 1px solid var(--rule); border-radius: .5rem }
.supply label { width: 100%; display: flex; gap: .4rem; align-items: center; font-size: .9rem }
.supply input[name=note] { flex: 1; min-width: 0 }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
`;
