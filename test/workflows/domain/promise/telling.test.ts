import { expect, test } from 'vitest';
import {
  givenUpAfterMs,
  isTold,
  type Telling,
} from '../../../../workflows/domain/promise/telling.ts';

const told: Telling = { isWalking: false, unheard: 0, undecided: 0, missing: 0 };

const cases: [string, Partial<Telling>, boolean][] = [
  ['once each notice is decided', {}, true],
  ['also of more notices than were foreseen', { missing: -2 }, true],
  ['not while the queue is walked', { isWalking: true }, false],
  ['not while a backorder has not heard', { unheard: 1 }, false],
  ['not while a notice is held or under way', { undecided: 1 }, false],
  ['not while a notice is still to be written', { missing: 1 }, false],
];

test.each(cases)('customers are told of a change %s', (_title, change, expected) => {
  expect(isTold({ ...told, ...change }, givenUpAfterMs - 1)).toBe(expected);
});

test.each(cases)('after a day the rest is given up (%s)', (_title, change) => {
  expect(isTold({ ...told, ...change }, givenUpAfterMs)).toBe(true);
});
