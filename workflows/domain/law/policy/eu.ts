import { deliveryPolicy } from './delivery.ts';

/**
 * Directive 2011/83/EU on consumer rights: delivery (art. 18), and the withdrawal function (art. 11a,
 * put in by Directive (EU) 2023/2673).
 */
export const eu = deliveryPolicy('eu');
