import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { DeskEnv } from '../env.ts';

/** Stands on what nobody asked for by hand, so that a page left open keeps no session alive. */
export const freshHeader = 'X-Desk-Fresh';

/**
 * Keeps what is marked `data-fresh` fresh: asks for the page again every fifteen seconds while it
 * is looked at and nobody is at work in it, and less often while that fails. `/` leads to the first
 * search field. Pages are whole without it.
 */
const script = `(() => {
  const every = 15000, most = 300000;
  let wait = every, timer;
  const isTyping = (at) => at && (/^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable);
  const fresh = () => document.querySelectorAll('[data-fresh][id]');
  const isBusy = (part) => part.contains(document.activeElement) ||
    (part.contains(getSelection().anchorNode) && !getSelection().isCollapsed);
  const later = () => { clearTimeout(timer); timer = setTimeout(look, wait); };
  const look = async () => {
    if (document.hidden || isTyping(document.activeElement)) return later();
    try {
      const headers = { '${freshHeader}': '1' };
      const answer = await fetch(location.href, { headers, redirect: 'manual', cache: 'no-store' });
      if (answer.type === 'opaqueredirect' || [401, 403, 404].includes(answer.status)) return;
      if (!answer.ok) throw new Error();
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of fresh()) {
        const next = page.getElementById(part.id);
        if (!next || isBusy(part) || next.innerHTML === part.innerHTML) continue;
        const tables = () => [...part.querySelectorAll('.scroll')];
        const lefts = tables().map((table) => table.scrollLeft);
        part.innerHTML = next.innerHTML;
        tables().forEach((table, nth) => { table.scrollLeft = lefts[nth] ?? 0; });
      }
      wait = every;
    } catch {
      wait = Math.min(wait * 2, most);
    }
    later();
  };
  if (fresh().length) {
    later();
    document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const box = document.querySelector('input[type=search]');
    if (!box || isTyping(event.target)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
})();
`;

const tag = createHash('sha256').update(script).digest('base64url').slice(0, 16);

/** Another address for each version, so that a browser may keep it for good. */
export const scriptPath = `/desk/desk.js?v=${tag}`;

/** Told to everybody, since it says nothing of anybody. Mounted before what forbids to keep it. */
export const mountScript = (app: Hono<DeskEnv>): void => {
  app.get('/desk/desk.js', (c) =>
    c.body(script, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      ETag: `"${tag}"`,
    }),
  );
};
