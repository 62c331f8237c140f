import { expect, it } from 'vitest';
import { operatorId } from '../../../../api/desk/access/operator-id.ts';

it.each([
  ['ada', true],
  ['ada.byron-2', true],
  ['0', true],
  ['demo', false],
  ['Ada', false],
  ['ada/1', false],
  ['..', false],
  ['', false],
  ['a'.repeat(41), false],
])('takes %j as the id of an operator: %s', (id, isRight) => {
  expect(operatorId.safeParse(id).success).toBe(isRight);
});
