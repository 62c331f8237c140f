/**
 * What the shop's pages run: every two seconds the same page is asked for again, and what is marked
 * as live is replaced where it has changed. Without it a reload shows the same.
 */
export const liveScript = `const everyMs = 2000;

const refresh = async () => {
  if (document.hidden) return;
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(part.id);
    // Whoever is about to press a button there keeps it.
    if (!next || part.contains(document.activeElement)) continue;
    if (next.innerHTML !== part.innerHTML) part.innerHTML = next.innerHTML;
  }
};

const keepFresh = async () => {
  await refresh().catch(() => undefined);
  setTimeout(keepFresh, everyMs);
};

setTimeout(keepFresh, everyMs);
`;
