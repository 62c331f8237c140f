import { describe, expect, it } from 'vitest';
import type { SaidInLaw } from '../../../../workflows/domain/backorder/mail.ts';
import {
  isForCorrected,
  isUndelivered,
  keyOfCopy,
  keyOfFirst,
  makesSense,
  type Past,
} from '../../../../workflows/domain/mail/again.ts';
import { adasLamp, day, dayZero, lateInLaw as inLaw } from '../../../support/cast.ts';
import { units } from '../../../support/facts.ts';
import { stateAfter } from '../../../support/given.ts';

describe('a mail that the customer has not got', () => {
  it.each([
    ['sent', 'bounced', true],
    ['sent', 'failed', true],
    ['failed', null, true],
    ['unknown', null, true],
    ['unknown', 'delivered', false],
    ['sent', null, false],
    ['sent', 'delayed', false],
    ['sent', 'delivered', false],
    ['sent', 'complained', false],
    ['sending', null, false],
    ['owed', null, false],
    ['skipped', null, false],
    ['held', null, false],
  ])('%s and %s: %s', (decision, status, is) => {
    expect(isUndelivered({ decision, status })).toBe(is);
  });
});

describe('a corrected address', () => {
  const bounced: Past = {
    ...{ kind: 'shipped', class: 'service', to: 'old@example.org' },
    ...{ decision: 'sent', status: 'bounced', about: null },
  };

  const delay = (law: SaidInLaw | null): Partial<Past> => ({
    kind: 'delay-notice',
    about: {
      kind: 'delay-notice',
      about: { units: [], promiseId: 'p1', change: null, law },
    },
  });

  it.each<[string, Partial<Past>, boolean]>([
    ['what the old one did not take', {}, true],
    ['what was refused', { decision: 'failed', status: null }, true],
    ['what went to an address that is not known', { to: null }, true],
    ['no mail that may have arrived', { decision: 'unknown', status: null }, false],
    ['no mail that did', { status: 'delivered' }, false],
    ['no mail that nobody needs', { kind: 'countdown', class: 'relationship' }, false],
    ['no mail that bounced there as well', { to: 'New@example.org' }, false],
    ['no link that can be asked for again', { kind: 'status-link' }, false],
    ['no question to another address', { kind: 'address-confirm' }, false],
    ['no word to the old one', { kind: 'address-changed' }, false],
    ['news of a delay', delay(null), true],
    ['no notice that counts in law, which its workflow sends anew', delay(inLaw), false],
  ])('gets %s', (_what, past, is) => {
    expect(isForCorrected({ ...bounced, ...past }, 'new@example.org')).toBe(is);
  });
});

describe('a mail goes out again', () => {
  it('under a key of its own each time', () => {
    expect(keyOfCopy('shipped:s1', 0)).toBe('shipped:s1~2');
    expect(keyOfCopy('shipped:s1~2', 1)).toBe('shipped:s1~3');
    expect(keyOfFirst('shipped:s1~3')).toBe('shipped:s1');
    expect(keyOfFirst('shipped:s~1')).toBe('shipped:s');
    expect(keyOfFirst('confirmation')).toBe('confirmation');
  });
});

describe('a mail makes sense', () => {
  const state = stateAfter(adasLamp, []);
  const past = { key: 'delay-notice:p1', dueAt: dayZero };
  const notice = (promiseId: string) => ({
    kind: 'delay-notice' as const,
    about: { units: units(1), promiseId, change: { before: null, isSupply: false }, law: null },
  });

  it('as long as nothing is known of the order', () => {
    expect(makesSense(null, { ...past, said: notice('p1') }, day(1))).toBe(true);
  });

  it('as long as its promise stands', () => {
    expect(makesSense(state, { ...past, said: notice('p1') }, day(1))).toBe(true);
    expect(makesSense(state, { ...past, said: notice('p0') }, day(1))).toBe(false);
  });
});
