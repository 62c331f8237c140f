import { describe, expect, it } from 'vitest';
import { drawGroup } from '../../../../api/backorder/checkout/draw.ts';
import { withDefaults } from '../../../../api/backorder/checkout/new-order.ts';
import { checkout } from '../../../../api/backorder/checkout/schema.ts';
import { checkoutBody } from './checkout-body.ts';

const addresses = Array.from({ length: 100_000 }, (_, number) => `customer${number}@example.org`);
const shareOf = (share: number): number =>
  addresses.filter((email) => drawGroup(email, share) === 'control').length / addresses.length;

describe('the draw', () => {
  it('is of nobody as long as the share is 0', () => {
    expect(drawGroup('ada@example.org', 0)).toBeNull();
  });

  // Four standard deviations of a fair draw of 100 000 are less than 0.0064.
  it.each([0.01, 0.1, 0.25, 0.5])('gives about the share %s to the control group', (share) => {
    expect(Math.abs(shareOf(share) - share)).toBeLessThan(0.0064);
  });

  it('is the same in every process: these stand for ever', () => {
    const places = ['ada@example.org', 'grace@example.org', 'edsger@example.org'];
    expect(places.map((email) => drawGroup(email, 0.5))).toEqual(['told', 'control', 'control']);
  });

  it('knows an address in every spelling that preferences know', () => {
    for (const email of addresses.slice(0, 200)) {
      expect(drawGroup(` ${email.toUpperCase()} `, 0.5)).toBe(drawGroup(email, 0.5));
    }
  });

  it('only adds to the control group when the share is raised', () => {
    for (const email of addresses.slice(0, 20_000)) {
      if (drawGroup(email, 0.1) === 'control') expect(drawGroup(email, 0.3)).toBe('control');
    }
  });
});

describe('an order', () => {
  const now = '2026-11-23T10:00:00.000Z';
  const config = { askDays: 7, excitementControl: 0.5 };
  const groupOf = (changes: Record<string, unknown>): unknown =>
    withDefaults(checkout.parse(checkoutBody(changes)), now, config).excitementGroup;

  it('is drawn at checkout', () => {
    expect(['control', 'told']).toContain(groupOf({}));
  });

  it('of another system is not, since its customer was told elsewhere', () => {
    expect(groupOf({ import: true })).toBeNull();
  });
});
