import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Charge, HoldLength } from './records/charge.ts';
import type { Customer } from './records/customer.ts';
import type { Dispute } from './records/dispute.ts';
import type { Cause, Delivery, StripeEvent } from './records/event.ts';
import type { FraudWarning } from './records/fraud-warning.ts';
import type { Intent } from './records/payment-intent.ts';
import type { CardInUse, PaymentMethod } from './records/payment-method.ts';
import type { Refund, RefundCourse } from './records/refund.ts';
import type { SetupIntent } from './records/setup-intent.ts';
import type { StoredAnswer } from './records/stored-answer.ts';

/** All that the stand-in knows, by kind; each record is the object as Stripe would send it. */
export type Records = {
  customer: Customer;
  payment_method: PaymentMethod;
  payment_intent: Intent;
  setup_intent: SetupIntent;
  charge: Charge;
  refund: Refund;
  dispute: Dispute;
  fraud_warning: FraudWarning;
  event: StripeEvent;
  card_in_use: CardInUse;
  delivery: Delivery;
  hold_length: HoldLength;
  refund_course: RefundCourse;
  stored_answer: StoredAnswer;
};

export type Kind = keyof Records;

/** What one request did to one record; `as` is the event it is, where that cannot be seen. */
export type Change = {
  [K in Kind]: {
    kind: K;
    id: string;
    before: Records[K] | undefined;
    after: Records[K] | null;
    as?: string | undefined;
  };
}[Kind];

/**
 * Records in memory; a commit writes what changed since the last one as a single line, so that
 * after a crash a request is there with its idempotency key, or not at all.
 */
export type Store = {
  find<K extends Kind>(kind: K, id: string): Records[K] | undefined;
  /** Newest first. */
  list<K extends Kind>(kind: K): Records[K][];
  put<K extends Kind>(kind: K, record: Records[K], as?: string): void;
  remove(kind: Kind, id: string): void;
  commit(cause?: Cause): void;
  /** Told of each commit before it is written; what the watcher puts goes into the same line. */
  watch(watcher: (changes: readonly Change[], cause: Cause) => void): void;
  close(): void;
};

type Entry = [kind: Kind, id: string, record: Records[Kind] | null];
type Watcher = Parameters<Store['watch']>[0];

/** Opens the journal in the folder and reads it; without a folder nothing outlives the process. */
export const openStripeStore = ({ folder }: { folder?: string } = {}): Store => {
  const rooms = new Map<Kind, Map<string, Records[Kind]>>();
  const apply = ([kind, id, record]: Entry): void => {
    const room = rooms.get(kind) ?? new Map<string, Records[Kind]>();
    rooms.set(kind, room);
    if (record === null) room.delete(id);
    else room.set(id, record);
  };
  let journal = folder === undefined ? undefined : openJournal(folder, apply, rooms);
  const watchers: Watcher[] = [];
  let changes: Change[] = [];
  const change = (kind: Kind, id: string, after: Records[Kind] | null, as?: string): void => {
    changes.push({ kind, id, before: rooms.get(kind)?.get(id), after, as } as Change);
    apply([kind, id, after]);
  };
  return {
    find: <K extends Kind>(kind: K, id: string) =>
      rooms.get(kind)?.get(id) as Records[K] | undefined,
    list: <K extends Kind>(kind: K) =>
      [...(rooms.get(kind)?.values() ?? [])].reverse() as Records[K][],
    put: (kind, record, as) => change(kind, record.id, record, as),
    remove: (kind, id) => change(kind, id, null),
    commit: (cause = { id: null, idempotency_key: null }) => {
      const made = [...changes];
      if (made.length > 0) for (const watch of watchers) watch(made, cause);
      const entries = changes.map(({ kind, id, after }): Entry => [kind, id, after]);
      changes = [];
      if (journal !== undefined && entries.length > 0)
        writeSync(journal, `${JSON.stringify(entries)}\n`);
    },
    watch: (watcher) => void watchers.push(watcher),
    close: () => {
      if (journal !== undefined) closeSync(journal);
      journal = undefined;
    },
  };
};

/** Replays the journal, rewrites it without what was superseded, and opens it for appending. */
const openJournal = (
  folder: string,
  apply: (entry: Entry) => void,
  rooms: Map<Kind, Map<string, Records[Kind]>>,
): number => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'stripe.jsonl');
  if (existsSync(path)) {
    const lines = readFileSync(path, 'utf8').split('\n');
    // What follows the last line break is a line that a crash cut short: it was never answered.
    for (const line of lines.slice(0, -1)) for (const entry of JSON.parse(line)) apply(entry);
    const whole = [...rooms].flatMap(([kind, room]) =>
      [...room].map(([id, record]) => `${JSON.stringify([[kind, id, record]])}\n`),
    );
    writeFileSync(`${path}.new`, whole.join(''));
    renameSync(`${path}.new`, path);
  }
  return openSync(path, 'a');
};
