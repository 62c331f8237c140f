import { setTimeout as sleep } from 'node:timers/promises';
import { Forbidden, type Network, resolveAllowed } from './address.ts';

const resolveMs = 3_000;

/**
 * Why an endpoint cannot be there, in words; undefined when it can. A name that cannot be resolved
 * now is taken: it is resolved and judged anew for each connection.
 */
export const findObjection = async (
  text: string,
  network: Network,
): Promise<string | undefined> => {
  if (!URL.canParse(text)) return 'Expected a URL that begins with https://';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return 'Expected a URL that begins with https://';
  }
  if (url.username !== '' || url.password !== '')
    return 'A URL with a user or password is not taken';
  if (url.hash !== '') return 'A URL with a fragment is not taken';
  const late = sleep(resolveMs, undefined, { ref: false });
  try {
    const addresses = await Promise.race([resolveAllowed(url, network), late]);
    if (addresses === undefined && url.protocol === 'http:') return plainHttp;
    return undefined;
  } catch (error) {
    if (url.protocol === 'http:') return plainHttp;
    return error instanceof Forbidden ? notPublic : undefined;
  }
};

const plainHttp =
  'Expected https://, for http:// goes to this computer alone, where that is allowed';
const notPublic = 'Expected a host that everybody can reach: this one is private or reserved';
