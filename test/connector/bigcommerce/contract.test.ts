import { describeConnector } from '../contract.ts';
import { createBigCommerceDriver } from './driver.ts';

describeConnector('BigCommerce', createBigCommerceDriver);
