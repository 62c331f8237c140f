import { deliveryPolicy } from './delivery.ts';

/** Directive 2011/83/EU on consumer rights: art. 18 (delivery), art. 11a (withdrawal function). */
export const eu = deliveryPolicy('eu');
