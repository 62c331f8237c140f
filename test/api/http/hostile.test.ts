import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let orderId: string;
beforeAll(async () => {
  api = await startTestApp();
  orderId = await api.placeAnother();
});
afterAll(() => api.close());

/** NUL, half a surrogate pair, line breaks, and escapes that are none. */
const hostile = [
  '%00',
  'a%00b',
  '%ED%A0%80',
  'a%0Ab',
  'a%0D%0Ab',
  '%',
  '%zz',
  '%C0%80',
  '%E2%80%A8',
];

describe('a URL that no text can be', () => {
  test.each(hostile)('%j is answered with a 4xx wherever it stands', async (word) => {
    const paths = [
      `/v1/backorders/${word}`,
      `/v1/backorders/${orderId}/timeline?cursor=${word}`,
      `/v1/backorders/${orderId}/messages/${word}`,
      `/v1/backorders?cursor=${word}`,
      `/v1/backorders?email=${word}`,
      `/v1/backorders?phase=${word}`,
      `/v1/backorders?sku=${word}`,
      `/v1/availability/${word}`,
      `/v1/availability/LAMP?quantity=${word}`,
      `/v1/availability/LAMP?location=${word}`,
      `/v1/availability/LAMP?locale=${word}`,
      `/v1/availability?sku=${word}`,
      `/v1/structured-data/${word}`,
      `/feeds/updates.atom?sku=${word}`,
      `/updates?sku=${word}`,
      `/updates/${word}`,
      `/v1/products/${word}`,
      `/v1/skus/${word}`,
      `/v1/demand?sku=${word}`,
      `/v1/demand?cursor=${word}`,
      `/b/${word}`,
      `/b/${word}/pay`,
      `/docs/assets/${word}`,
      `/${word}`,
    ];
    const answers = await Promise.all(
      paths.map(async (path) => [path, (await api.call('GET', path)).status] as const),
    );
    expect(answers.filter(([, status]) => status >= 500)).toEqual([]);
    expect(api.logged.filter(({ msg }) => msg === 'request failed')).toEqual([]);
  });
});

test.each([[{ hours: 1e-308 }], [{ days: 5e-324 }], [{ hours: 1e-8, days: 1e-10 }]])(
  'no time at all is no time to move on by: %j',
  async (body) => {
    const { status } = await api.call('POST', `/v1/backorders/${orderId}/fast-forward`, { body });
    expect(status).toBe(422);
  },
);
