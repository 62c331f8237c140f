import { deliveryPolicy } from './delivery.ts';

/** Consumer Rights Act 2015 s. 28 (delivery); Consumer Contracts Regulations 2013. */
export const uk = deliveryPolicy('uk');
