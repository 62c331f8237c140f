export { backorder } from './backorder.ts';
