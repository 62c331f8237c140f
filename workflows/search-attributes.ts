import { upsertSearchAttributes } from '@temporalio/workflow';
import type { Backorder } from './domain/backorder/backorder.ts';
import { changingAttributes } from './messages.ts';

/** Keeps the search attributes up to date. Each write is paid for, so we write only changes. */
export const createAttributes = (opening: Backorder) => {
  let shown = JSON.stringify(changingAttributes(opening));

  return (state: Backorder): void => {
    const pairs = changingAttributes(state);
    const json = JSON.stringify(pairs);
    if (json === shown) return;
    shown = json;
    upsertSearchAttributes(pairs);
  };
};
