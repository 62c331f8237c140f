/** Calm on a screen, in light and dark, and black on white on paper; no entry is cut in two. */
export const pageStyle = `
:root { color-scheme: light dark; --line: #8886; --quiet: color-mix(in srgb, CanvasText 72%, Canvas); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: CanvasText; background: Canvas; }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; display: flex; flex-wrap: wrap; gap: 0 .5rem; }
h2 time { font-weight: 400; color: var(--quiet); }
section { border-top: 1px solid var(--line); padding: 1rem 0; break-inside: avoid; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 9rem 1fr; gap: .75rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
.head { margin-bottom: 1.5rem; }
.hashes { font: .75rem/1.6 ui-monospace, monospace; }
pre { font: .875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere;
  border: 1px solid var(--line); border-radius: .25rem; padding: .75rem; margin: .75rem 0; }
@media (max-width: 30rem) { dl > div { grid-template-columns: 1fr; gap: 0; margin-bottom: .4rem; } }
@media print {
  :root { color-scheme: light; --quiet: #444; --line: #999; }
  body { font-size: 10pt; color: #000; background: #fff; }
  main { max-width: none; padding: 0; }
  section:has(pre) { break-inside: auto; }
  @page { margin: 18mm; }
}
`;
