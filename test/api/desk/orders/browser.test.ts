import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeWebhook } from '../../../../db/http/webhooks.ts';
import { place } from '../../../db/cast.ts';
import { chromiumPath } from '../../../support/page/browser.ts';
import { expectFine, startDeskInBrowser } from '../../../support/page/desk.ts';
import { nothingPaid, say } from '../../page/cast.ts';

describe.skipIf(chromiumPath === undefined)('a wide list in a browser', () => {
  let desk: Awaited<ReturnType<typeof startDeskInBrowser>>;
  const orderId = 'shop:2026-100000-a-very-long-order-number-of-a-marketplace';
  beforeAll(async () => {
    desk = await startDeskInBrowser();
    const customer = {
      email: 'someone.with.a.long.address@subdomain.of.a.long.company.example.org',
      name: 'Bartholomew-Maximilian von und zu Hohenfels-Wittgenstein',
      ...{ locale: 'en-US', timeZone: 'America/New_York', marketingConsent: false },
    };
    const lines = ['A-RATHER-LONG-SKU-OF-A-SHADE-IN-LINEN:1', '=LAMP:12', 'CHAIR:1'];
    await place(desk.db, { [orderId]: lines, 'O-2': ['LAMP:1'] }, { customer });
    const at = '2026-12-05T15:00:00.000Z';
    await say(desk.db, orderId, {
      payment: { ...nothingPaid, state: 'action_required' },
      next: { kind: 'payment-problem', at },
      attention: [
        { code: 'notice_due', at, dueAt: at },
        { code: 'withdrawal_after_shipment', at },
      ],
      isSuspended: true,
    });
    await desk.db.sql`update orders set suspended_at = now() where order_id = ${orderId}`;
    await storeWebhook(desk.db.sql, {
      ...{ sender: 'stripe', eventId: 'evt_1QabcdefghijKLMNOPqrstuvwx' },
      ...{ type: 'charge.dispute.funds_reinstated', about: { intentId: 'pi_3Qabcdefgh', orderId } },
    });
    await desk.db.sql`update webhooks set attempts = 12`;
  });
  afterAll(() => desk.close());

  const paths = [
    '/desk/orders',
    `/desk/orders/${encodeURIComponent(orderId)}`,
    '/desk/plumbing/webhooks',
  ];

  it.each(paths)('fits on a desk without scrolling sideways: %s', async (path) => {
    const tooWide = await desk.show(
      path,
      (page) =>
        page.evaluate<string[]>(`[...document.querySelectorAll('.scroll')]
          .filter((box) => box.scrollWidth > box.clientWidth + 1)
          .map((box) => box.getAttribute('aria-label') + ': ' + box.scrollWidth)`),
      { viewport: { width: 1280, height: 900 } },
    );
    expect(tooWide).toEqual([]);
  });

  it.each(paths)('has no fault that axe knows, also on a phone: %s', (path) =>
    expectFine(desk, path),
  );
});
