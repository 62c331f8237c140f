import type { LookupFunction } from 'node:net';
import {
  type Address,
  addressIn,
  isAllowed,
  isLoopback,
  type Network,
  resolveAllowed,
} from './address.ts';

/**
 * As `net.connect` asks for an address, which then has no say in it any more. Those who ask at the
 * same moment ask once: Node resolves four names at a time, for all that the process connects to.
 */
export const lookupIn = (url: URL, network: Network): LookupFunction => {
  let asked: Promise<Address[]> | undefined;
  return (_name, options, callback) => {
    asked ??= resolveAllowed(url, network).finally(() => {
      asked = undefined;
    });
    asked.then(
      (addresses) => {
        const [first] = addresses;
        if (options.all) callback(null, addresses);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
};

/** Whether a URL holds an address that may not be reached. For one without a name nobody asks. */
export const isRefused = (url: URL, network: Network): boolean => {
  const literal = addressIn(url);
  if (literal === undefined) return false;
  return !(isAllowed(literal, network) && (url.protocol === 'https:' || isLoopback(literal)));
};
