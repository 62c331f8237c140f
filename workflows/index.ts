export { backorder } from './backorder.ts';
export { letter } from './letter.ts';
export { reconciliation } from './reconciliation.ts';
