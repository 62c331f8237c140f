import { describe, expect, it } from 'vitest';
import * as readyToShip from '../../emails/ready-to-ship.tsx';
import * as shipped from '../../emails/shipped.tsx';
import { units } from './states.ts';

describe('the ready-to-ship mail', () => {
  it('speaks of a part only when something still has to come', () => {
    const props = readyToShip.PreviewProps;
    expect(readyToShip.subject(props)).toBe('Part of your order 1001 is ready to ship');
    expect(readyToShip.text(props)).toContain('- 1 × Brass lamp (LAMP-BRASS)\n');
    const whole = { ...props, ...units({ setAside: 1 }) };
    expect(readyToShip.subject(whole)).toBe('Your order 1001 is ready to ship');
    expect(readyToShip.text(whole)).not.toMatch(/part|rest/i);
  });
});

describe('the shipped mail', () => {
  it('says what went, how, for how much, and what is still to come', () => {
    const text = shipped.text(shipped.PreviewProps);
    expect(text).toContain('Tracking number: 1Z999AA10123456784\nCarrier: UPS\n');
    expect(text).toContain('Charged for this shipment: $135.00');
    expect(text).toContain('In this shipment:\n- 1 × Brass lamp (LAMP-BRASS)\n');
    expect(text).toContain('Still to come:\n- 2 × Linen shade (SHADE-LINEN)\n');
  });

  it('says of an order paid from the start that it was, not that it is charged', () => {
    const props = { ...shipped.PreviewProps, charged: null };
    const text = shipped.text({ ...props, paidBy: 'checkout' });
    expect(text).toContain('Payment: Already paid');
    expect(text).not.toContain('Charged');
    expect(shipped.text({ ...props, paidBy: 'deposit' })).toContain(
      'Payment: Covered by your deposit',
    );
  });

  it('leaves out what is not known', () => {
    const nothing = {
      ...{ carrier: null, tracking: null, charged: null },
      ...units({ shipped: 1 }),
    };
    const props = { ...shipped.PreviewProps, ...nothing };
    expect(shipped.subject(props)).toBe('Your order 1001 has shipped');
    expect(shipped.text(props)).not.toMatch(/Carrier:|Tracking|Charged|Still to come|part/i);
  });
});
