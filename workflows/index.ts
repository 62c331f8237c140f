export { backorder } from './backorder.ts';
export { reconciliation } from './reconciliation.ts';
