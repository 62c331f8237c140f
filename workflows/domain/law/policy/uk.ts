import { deliveryPolicy } from './delivery.ts';

/**
 * Consumer Rights Act 2015 s. 28: delivery, and what a consumer may do once it is late. The Consumer
 * Contracts Regulations 2013 add the right to cancel, which is free before shipment anyway.
 */
export const uk = deliveryPolicy('uk');
