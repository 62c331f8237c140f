import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Until } from '../../../../api/desk/parts/when.tsx';

const said = (at: string, zone: string): string =>
  renderToStaticMarkup(<Until at={at} zone={zone} />).replaceAll(/<[^>]*>/g, '');

describe('an instant by which something must be done', () => {
  it.each([
    ['2027-02-26T05:00:00.000Z', 'America/New_York', 'end of 25 Feb 2027'],
    ['2027-02-26T05:00:00.000Z', 'UTC', '26 Feb 2027, 05:00'],
    ['2027-02-26T04:59:00.000Z', 'America/New_York', '25 Feb 2027, 23:59'],
    // Its clocks jump over midnight, so the day begins at one.
    ['2018-11-04T03:00:00.000Z', 'America/Sao_Paulo', 'end of 3 Nov 2018'],
    // The day that the date line took away.
    ['2011-12-30T10:00:00.000Z', 'Pacific/Apia', 'end of 29 Dec 2011'],
  ])('%s in %s is the %s', (at, zone, words) => {
    expect(said(at, zone)).toBe(words);
  });
});
