import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Product } from './product-page.tsx';

/** More than any product takes, so that nobody makes us unpack what has no end. */
const mostBytes = 1_000_000;

/** What was read, as a form carries it: small, for a form has an end. Empty where nothing was. */
export const packRead = (product: Product | undefined): string =>
  product === undefined ? '' : deflateRawSync(JSON.stringify(product)).toString('base64url');

/**
 * The same again. It is only ever compared and shown, so whatever somebody makes of it does no
 * harm; what was not packed here is nothing.
 */
export const unpackRead = (packed: string): Product | undefined => {
  try {
    const bytes = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: mostBytes });
    const read = JSON.parse(bytes.toString());
    return Array.isArray(read?.highlights) && Array.isArray(read?.related) ? read : undefined;
  } catch {
    return undefined;
  }
};
