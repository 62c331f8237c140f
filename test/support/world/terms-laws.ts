import { expect } from 'vitest';
import { isTerminal, phaseOf } from '../../../workflows/domain/backorder/snapshot.ts';
import { collected, shippedValue } from '../../../workflows/domain/payment/sums/value.ts';
import { totalOf } from '../cast.ts';
import type { World } from './effects.ts';
import { snapshotOf } from './ledger.ts';
import type { Life } from './random-life.ts';
import { sentOf } from './views.ts';

export const isHeld = ({ opening }: Life): boolean => opening.payment.upfront?.heldBy === 'shop';

/** The shop has sent back, by its own word, what did not ship, and each sum was told once. */
export const expectSentBack = (world: World, { opening }: Life): void => {
  const shipped = shippedValue(world.state, snapshotOf(world.ledger));
  const told = sentOf(world, 'refunded').map(({ about }) => about.amount);
  expect(collected(world.state)).toBe(shipped);
  expect(
    told.reduce((sum, amount) => sum + amount, 0),
    'sent back',
  ).toBe(totalOf(opening) - shipped);
};

/** Nobody is asked for money before they have agreed, nor where there is none to be had here. */
export const watchTerms = ({ state, provider, mailbox }: World, life: Life): void => {
  const isFree = totalOf(life.opening) === 0;
  if (!isFree && !isHeld(life) && !state.ask) return;
  expect(Object.keys(provider.intents), 'intents').toEqual([]);
  const kinds = mailbox.map(({ kind }) => kind);
  if (!state.ask) expect(kinds.filter((kind) => /payment|card/.test(kind))).toEqual([]);
  else if (!isTerminal(phaseOf(state.stock))) expect(kinds).not.toContain('ready-to-ship');
};
