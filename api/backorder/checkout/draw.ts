import { createHmac } from 'node:crypto';
import { addressKeyOf } from '../../../db/mail/address-key.ts';
import type { ExcitementGroup } from '../../../db/schema/backorder/orders.ts';

/**
 * Fixed, and no secret: whoever rotates a secret must not draw everybody anew. A second question
 * of this kind takes a name of its own, so that its groups have nothing to do with these.
 */
const question = 'meanwhile/excitement/1';

/**
 * On which side an address is of the question whether excitement keeps orders; null while nobody
 * asks. It is the same whenever and wherever it is drawn, and a larger share only adds to `control`.
 */
export const drawGroup = (email: string, share: number): ExcitementGroup | null => {
  if (share === 0) return null;
  return placeOf(email) < share ? 'control' : 'told';
};

/** Evenly between 0 and 1. Addresses compare as preferences for mail do. */
const placeOf = (email: string): number =>
  createHmac('sha256', question).update(addressKeyOf(email)).digest().readUIntBE(0, 6) / 2 ** 48;
