import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type Report, TollOf } from '../../../../api/desk/supplies/toll.tsx';

const notices = {
  ...{ first_within_30: 0, first_beyond_30: 1, first_undated: 0, later: 0, informs: 0 },
  none: 0,
};

const order: Report['broken'][number] = {
  ...{ orderId: 'O-1', from: '2027-01-10', to: '2027-03-01', told: true },
  ...{ notice: 'first_beyond_30', silence: 'cancels', answerBy: '2027-01-31T05:00:00.000Z' },
  ...{ cancelledAt: '2027-01-31T05:00:00.000Z', cancelledOn: '2027-01-30' },
};

const said = (broken: Report['broken']): string => {
  const report = { moved: 1, broken, told: 1, notices, cancels: [], more: false };
  return renderToStaticMarkup(<TollOf base="" report={report} />);
};

describe('what a change of supply costs', () => {
  it('says when silence ends an order by the day at its ship-to', () => {
    const html = said([order]);
    expect(html).toContain('>end of 30 Jan 2027</time>');
    expect(html).toContain('title="2027-01-31T05:00:00.000Z · shown at ship-to"');
    expect(html).not.toContain('UTC');
  });

  it('says never where silence ends nothing', () => {
    const html = said([{ ...order, silence: 'consents', cancelledAt: null, cancelledOn: null }]);
    expect(html).toContain('never');
  });
});
