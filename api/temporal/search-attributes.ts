import type { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';

const types = proto.temporal.api.enums.v1.IndexedValueType;

/** Kept in step with what the workflow sets at its start. */
const searchAttributes = {
  BackorderPhase: types.INDEXED_VALUE_TYPE_KEYWORD,
  OrderId: types.INDEXED_VALUE_TYPE_KEYWORD,
  Skus: types.INDEXED_VALUE_TYPE_KEYWORD_LIST,
  PromisedOn: types.INDEXED_VALUE_TYPE_KEYWORD,
  PaymentState: types.INDEXED_VALUE_TYPE_KEYWORD,
  Attention: types.INDEXED_VALUE_TYPE_KEYWORD_LIST,
};

/**
 * Makes a namespace know what operators search for. The server's own option does that only in a new
 * database, and in an older one says nothing. No type can be changed: an attribute that had another
 * one is taken away first, and each running workflow sets it anew with its next change.
 */
export async function keepSearchAttributes({ operatorService }: Connection, namespace: string) {
  const { customAttributes: known } = await operatorService.listSearchAttributes({ namespace });
  const changed = Object.entries(searchAttributes).filter(([name, type]) => known[name] !== type);
  const outdated = changed.map(([name]) => name).filter((name) => name in known);
  if (outdated.length > 0) {
    await operatorService.removeSearchAttributes({ namespace, searchAttributes: outdated });
  }
  if (changed.length > 0) {
    await operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(changed),
    });
  }
}
