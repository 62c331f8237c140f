import { expect, test } from 'vitest';
import { evolve } from '../../../../workflows/domain/evolve.ts';
import { adasLamp } from '../../../support/cast.ts';
import { ask, createWorld } from '../../../support/world/world.ts';

const at = '2026-11-23T11:00:00.000Z';
const returned = (key: string) => ({ type: 'MailUndelivered', at, key }) as const;

test('a service mail that came back asks for a person', () => {
  const { state } = createWorld(adasLamp);
  const next = evolve(state, returned('confirmation'));
  expect(next.attention).toEqual([{ code: 'mail_undelivered', at }]);
});

test('it asks once, however often it is told, even after a person has answered', () => {
  const world = createWorld(adasLamp);
  world.state = evolve(world.state, returned('confirmation'));
  expect(evolve(world.state, returned('confirmation'))).toBe(world.state);
  ask(world, { type: 'ResolveAttention', code: 'mail_undelivered' });
  expect(world.state.attention).toEqual([]);
  expect(evolve(world.state, returned('confirmation'))).toBe(world.state);
});

test('another mail that comes back asks again', () => {
  const world = createWorld(adasLamp);
  world.state = evolve(world.state, returned('confirmation'));
  ask(world, { type: 'ResolveAttention', code: 'mail_undelivered' });
  const next = evolve(world.state, returned('shipped:s1'));
  expect(next.attention.map(({ code }) => code)).toEqual(['mail_undelivered']);
});
