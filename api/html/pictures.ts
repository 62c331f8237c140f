import type { Context } from 'hono';
import type { AppEnv } from '../http/env.ts';
import type { Shop } from './site.ts';

/**
 * Whether a page may show the picture: over HTTPS, so that nobody on the way sees or swaps it, or
 * from this very machine, where the demo keeps its own.
 */
export const isPicture = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (!plainHost.test(hostname)) return false;
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
};

/** URLs allow more in a host, such as the semicolon that ends a rule of the policy. */
const plainHost = /^[a-z0-9.-]+$|^\[[0-9a-f:.]+\]$/;

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Lets the page that answers load the shop's logo and these pictures, and no others. */
export const allowPictures = (
  c: Context<AppEnv>,
  { logo }: Pick<Shop, 'logo'>,
  urls: Iterable<string | null> = [],
): void => {
  const wanted = [logo?.url, logo?.darkUrl, ...urls].filter(
    (url) => typeof url === 'string' && isPicture(url),
  );
  const origins = wanted.map((url) => new URL(url as string).origin);
  c.set('pictures', [...new Set([...(c.get('pictures') ?? []), ...origins])]);
};
