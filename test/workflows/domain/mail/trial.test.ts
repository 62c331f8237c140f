import { expect, it } from 'vitest';
import { isInTrial } from '../../../../workflows/domain/mail/trial.ts';

const onlyTo = ['ada@example.org', '@lantern.test'];

it.each([
  ['ada@example.org', true],
  ['Ada@Example.ORG', true],
  [' ada@example.org ', true],
  ['ben@example.org', false],
  ['ben@lantern.test', true],
  ['ben@LANTERN.test', true],
  ['ben@mail.lantern.test', false],
  ['ben@notlantern.test', false],
  ['lantern.test', false],
  ['', false],
])('in a trial, mail goes to %s: %s', (email, goes) => {
  expect(isInTrial(email, onlyTo)).toBe(goes);
});

it('mail goes to everybody when there is no trial', () => {
  expect(isInTrial('anybody@example.org', undefined)).toBe(true);
  expect(isInTrial('anybody@example.org', [])).toBe(true);
});
