import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Named } from '../../../../api/desk/call.ts';
import { GiveUpPreview } from '../../../../api/desk/supplies/give-up-preview.tsx';

type Preview = Named<'GiveUpPreview'>;

const sums = (refunded: number, voided: number, neverCharged: number, currency = 'USD') => ({
  refunded: { amount: refunded, currency },
  voided: { amount: voided, currency },
  neverCharged: { amount: neverCharged, currency },
});

const said = (money: Preview['money']): string => {
  const preview: Preview = {
    ...{ sku: 'LAMP', location: null, supplyId: null, orders: 2, lines: 2, units: 3 },
    ...{ whole: 1, partial: 1, money, stays: { units: 0, orders: 0 }, withdrawn: [] },
    ...{ listed: [], more: false },
  };
  const html = renderToStaticMarkup(<GiveUpPreview base="" preview={preview} />);
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' .', '.');
};

describe('what becomes of the money of what is given up', () => {
  it.each([
    [[sums(500, 0, 0)], '$5.00 is refunded.'],
    [[sums(500, 300, 0)], '$5.00 is refunded and $3.00 that is held is let go.'],
    [
      [sums(500, 300, 200)],
      '$5.00 is refunded, $3.00 that is held is let go and $2.00 is never charged.',
    ],
    [[sums(0, 0, 200)], 'Nothing was charged for it, so nothing is refunded. $2.00 is never'],
  ])('%j: %s', (money, words) => {
    expect(said(money)).toContain(words);
  });

  it.each([[[]], [[sums(0, 0, 0)]], [[sums(0, 0, 200)]], [[sums(500, 0, 0)]]])(
    'names no sum of nothing: %j',
    (money) => {
      expect(said(money)).not.toContain('$0.00');
    },
  );

  it('says that nothing was charged only where that is true of every currency', () => {
    const text = said([sums(0, 0, 200), sums(500, 0, 0, 'EUR')]);
    expect(text).not.toContain('Nothing was charged');
    expect(text).toContain('$2.00 is never charged.');
    expect(text).toContain('€5.00 is refunded.');
  });
});
