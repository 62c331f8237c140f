/** What others may be told of, in the words of the API. */
export const eventTypes = [
  'backorder.placed',
  'backorder.ready_to_ship',
  'backorder.shipped',
  'backorder.cancelled',
  'backorder.promise_changed',
  'backorder.attention',
  'message.settled',
  'availability.changed',
] as const;

export type EventType = (typeof eventTypes)[number];

/** Something that others may be told of; the key is the same when it is told twice. */
export type Change = { key: string; type: EventType };
