import type { Opening } from '../../workflows/domain/backorder/backorder.ts';
import { bensMugs } from './cast.ts';
import type { World } from './world/effects.ts';
import { payUpfront } from './world/provider.ts';
import { createWorld, tellHint } from './world/world.ts';

/** Ben's mugs, of which the shop says that so much was paid at checkout, and that much really was. */
export const mugs = (
  upfront: number,
  captured: number,
  methodId: string | null = 'pm_1',
): World => {
  const opening: Opening = { ...bensMugs, payment: { methodId, upfront: { amount: upfront } } };
  const world = createWorld(opening);
  payUpfront(world.provider, captured);
  return world;
};

/** Something may have happened to the payment, and we look. */
export const hint = (world: World, intentId: string): void => {
  tellHint(world, { about: 'intent', intentId });
};

/** What our own intents asked for, without what was paid at checkout. */
export const own = ({ state }: World) =>
  state.intents.filter(({ intentId }) => intentId !== 'upfront').map(({ amount }) => amount);
