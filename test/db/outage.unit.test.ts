import { describe, expect, it } from 'vitest';
import { outageOf } from '../../db/outage.ts';

const failed = (code: string) => Object.assign(new Error(code), { code });

describe('an outage of the database', () => {
  it.each([
    { code: '25006', kind: 'out_of_reach' },
    { code: '53100', kind: 'out_of_reach' },
    { code: '55P03', kind: 'out_of_reach' },
    { code: '57014', kind: 'out_of_reach' },
    { code: '57P03', kind: 'out_of_reach' },
    { code: '57P01', kind: 'cut_off' },
    { code: '57P02', kind: 'cut_off' },
    { code: 'ETIMEDOUT', kind: 'cut_off' },
    { code: 'EHOSTUNREACH', kind: 'cut_off' },
    { code: '23505', kind: undefined },
    { code: '42601', kind: undefined },
  ])('is told by $code: $kind', ({ code, kind }) => {
    expect(outageOf(failed(code))).toBe(kind);
    expect(outageOf(new Error('a statement failed', { cause: failed(code) }))).toBe(kind);
  });

  it('is nothing else that goes wrong', () => {
    expect(outageOf(new Error('a bug'))).toBeUndefined();
    expect(outageOf('55P03')).toBeUndefined();
  });
});
