import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';

const folder = join(import.meta.dirname, 'pictures');

const types: Record<string, string> = { svg: 'image/svg+xml', png: 'image/png' };

/**
 * The shop's pictures, drawn for it: SVG for its pages, and PNG for mails, whose programs show no
 * SVG. Only what lies in the folder at the start is served.
 */
export const createPictures = (): Hono => {
  const pictures = new Map(
    readdirSync(folder).map((name) => [name, Uint8Array.from(readFileSync(join(folder, name)))]),
  );
  return new Hono().get('/:name', (c) => {
    const name = c.req.param('name');
    const bytes = pictures.get(name);
    const type = types[name.split('.').pop() ?? ''];
    if (bytes === undefined || type === undefined) return c.notFound();
    return c.body(bytes, 200, {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=3600',
      // Mails and the customer's pages, which come from another port, show them too.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });
};
