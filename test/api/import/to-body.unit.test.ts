import { describe, expect, it } from 'vitest';
import { problemsOfHeader } from '../../../api/import/check-header.ts';
import { kinds } from '../../../api/import/kinds.ts';
import { toBody } from '../../../api/import/to-body.ts';
import type { ImportKind } from '../../../db/schema/import/imports.ts';

const columnsOf = (kind: ImportKind, names: readonly string[]) =>
  names.map((name) => {
    const column = kinds[kind].columns.find((each) => each.name === name);
    if (!column) throw new Error(`no column ${name}`);
    return column;
  });

const read = (kind: ImportKind, header: string[], ...rows: string[][]) =>
  toBody(
    rows.map((cells, index) => ({ line: index + 2, cells })),
    columnsOf(kind, header),
    kinds[kind].nested,
  );

describe('a row as the body of its route', () => {
  it.each([
    ['a text', 'products', 'title', 'Lamp', { title: 'Lamp' }],
    ['digits that are a text', 'products', 'sku', '0042', { sku: '0042' }],
    ['a number', 'products', 'handlingDays', '3', { handlingDays: 3 }],
    ['a negative number', 'backorders', 'priority', '-5', { priority: -5, lines: [{}] }],
    ['a yes', 'backorders', 'customer.marketingConsent', 'TRUE', consent(true)],
    ['a no', 'backorders', 'customer.marketingConsent', 'false', consent(false)],
    ['nothing', 'products', 'url', '', {}],
    ['null where it may be', 'supplies', 'expectedOn', 'null', { expectedOn: null }],
    ['null where it is a text', 'products', 'title', 'null', { title: 'null' }],
    ['money', 'backorders', 'shipping.amount', '900', { shipping: { amount: 900 }, lines: [{}] }],
    ['days', 'backorders', 'promise.within.days', '5', within(5)],
    ['a range of days', 'backorders', 'promise.within.days', '3-5', within('3-5')],
    ['one entry a line', 'products', 'highlights', 'One\r\nTwo', { highlights: ['One', 'Two'] }],
    ['a JSON array', 'products', 'highlights', '["One"]', { highlights: ['One'] }],
    ['a formula as the text that it is', 'products', 'title', '=1+1', { title: '=1+1' }],
  ] as const)('has %s', (_what, kind, column, cell, body) => {
    expect(read(kind, [column], [cell])).toEqual({ body, problems: [] });
  });

  it.each([
    ['12.50', 'products', 'handlingDays', /whole number/],
    ['1,000', 'products', 'backorderLimit', /whole number/],
    ['1e3', 'products', 'backorderLimit', /whole number/],
    ['9'.repeat(16), 'products', 'backorderLimit', /whole number/],
    ['yes', 'backorders', 'customer.marketingConsent', /true or false/],
    ['[1,', 'products', 'highlights', /JSON array/],
  ] as const)('cannot have %s', (cell, kind, column, detail) => {
    const { problems } = read(kind, [column], [cell]);
    expect(problems).toEqual([{ line: 2, column, detail: expect.stringMatching(detail) }]);
  });

  it('gathers the lines of an order, and refuses what they do not agree on', () => {
    const header = ['orderId', 'customer.email', 'lines.sku', 'lines.unitPrice.amount'];
    const rows = [
      ['O-1', 'ada@example.org', 'LAMP', '100'],
      ['O-1', '', 'RUG', '200'],
      ['O-1', 'eve@example.org', 'CHAIR', 'x'],
    ];
    const { body, problems } = read('backorders', header, ...rows);
    expect(body).toEqual({
      orderId: 'O-1',
      customer: { email: 'ada@example.org' },
      lines: [
        { sku: 'LAMP', unitPrice: { amount: 100 } },
        { sku: 'RUG', unitPrice: { amount: 200 } },
        { sku: 'CHAIR' },
      ],
    });
    expect(problems).toEqual([
      { line: 4, column: 'customer.email', detail: 'Not as in line 2' },
      { line: 4, column: 'lines.unitPrice.amount', detail: expect.stringMatching(/whole number/) },
    ]);
  });
});

function consent(marketingConsent: boolean) {
  return { customer: { marketingConsent }, lines: [{}] };
}

function within(days: number | string) {
  return { promise: { within: { days } }, lines: [{}] };
}

describe('the first line', () => {
  const required = (kind: ImportKind) =>
    kinds[kind].columns.filter(({ isRequired }) => isRequired).map(({ name }) => name);

  it.each([
    ['products', ['sku', 'title']],
    ['stock', ['sku', 'countedAt']],
    ['supplies', ['supplyId', 'sku', 'quantity', 'expectedOn', 'basis']],
    [
      'backorders',
      [
        ...['orderId', 'customer.email', 'shipTo.country', 'lines.sku', 'lines.quantity'],
        ...['lines.unitPrice.amount', 'lines.unitPrice.currency'],
      ],
    ],
  ] as const)('of %s cannot do without these columns', (kind, names) => {
    expect(required(kind)).toEqual(names);
    expect(problemsOfHeader(names, kinds[kind].columns)).toEqual([]);
  });

  it('is told everything that is wrong with it', () => {
    const header = ['SKU', 'titel', '', 'url', 'url', '__proto__'];
    expect(problemsOfHeader(header, kinds.products.columns)).toEqual([
      { pointer: '/1/SKU', detail: 'Not a known column; sku is one' },
      { pointer: '/1/titel', detail: 'Not a known column' },
      { pointer: '/1/', detail: 'The 3. column has no name' },
      { pointer: '/1/url', detail: 'The column stands there twice' },
      { pointer: '/1/__proto__', detail: 'Not a known column' },
      { pointer: '/1/sku', detail: 'This column is required' },
      { pointer: '/1/title', detail: 'This column is required' },
    ]);
  });
});
