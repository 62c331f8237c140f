import { isLoopback, type Network } from '../outbound/address.ts';
import { findObjection } from '../outbound/target.ts';

/** Where platforms are: on the internet or, where everything runs on one computer, there. */
export const networkOf = ({ isLoopbackFree }: { isLoopbackFree: boolean }): Network => ({
  own: (address) => isLoopbackFree && isLoopback(address),
});

/**
 * Why a platform cannot be there, in words; undefined when it can. Its token goes to wherever this
 * is, so that each connection is judged again when it is made.
 */
export const findApiBaseObjection = async (
  text: string,
  network: Network,
): Promise<string | undefined> => {
  const { search, hash } = new URL(text);
  if (search !== '' || hash !== '') return 'Expected a URL without ? and #';
  return findObjection(text, network);
};
