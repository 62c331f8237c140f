import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppDeps } from '../../deps.ts';
import type { DeskEnv } from '../env.ts';

type Config = Pick<AppDeps['config'], 'publicUrl'>;

/**
 * A session; the forms that begin one; a sign-in that a provider is asked about; a browser in which
 * somebody signed in; how the last form went.
 */
type Kind = 'desk' | 'form' | 'pending' | 'known' | 'said';

/** Over HTTPS no other host can set a cookie of that name. */
const cookieFor = ({ publicUrl }: Config, kind: Kind) => {
  const secure = publicUrl.startsWith('https:');
  return { name: `${secure ? '__Host-' : ''}meanwhile-${kind}`, secure };
};

export const cookieIn = (c: Context<DeskEnv>, config: Config, kind: Kind): string | undefined =>
  getCookie(c, cookieFor(config, kind).name);

export const putCookie = (
  c: Context<DeskEnv>,
  config: Config,
  { kind, value, maxAgeMs }: { kind: Kind; value: string; maxAgeMs: number },
): void => {
  const { name, secure } = cookieFor(config, kind);
  const maxAge = maxAgeMs / 1_000;
  // A link in a mail or from the provider of identities opens the page signed in; forms need more.
  setCookie(c, name, value, { httpOnly: true, sameSite: 'Lax', secure, path: '/', maxAge });
};

export const dropCookie = (c: Context<DeskEnv>, config: Config, kind: Kind): void => {
  const { name, secure } = cookieFor(config, kind);
  deleteCookie(c, name, { path: '/', secure });
};
