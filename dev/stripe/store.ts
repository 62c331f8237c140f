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
import type { Charge } from './charges.ts';
import type { Customer } from './customers.ts';
import type { StoredAnswer } from './idempotency.ts';
import type { Intent } from './intent.ts';
import type { PaymentMethod } from './payment-methods.ts';
import type { Refund } from './refunds.ts';
import type { SetupIntent } from './setup-intents.ts';
import type { CardInUse } from './test-cards.ts';

/** All that the stand-in knows, by kind; each record is the object as Stripe would send it. */
export type Records = {
  customer: Customer;
  payment_method: PaymentMethod;
  payment_intent: Intent;
  setup_intent: SetupIntent;
  charge: Charge;
  refund: Refund;
  card_in_use: CardInUse;
  stored_answer: StoredAnswer;
};

export type Kind = keyof Records;

/**
 * Records in memory; a commit writes what changed since the last one as a single line, so that
 * after a crash a request is there with its idempotency key, or not at all.
 */
export type Store = {
  find<K extends Kind>(kind: K, id: string): Records[K] | undefined;
  /** Newest first. */
  list<K extends Kind>(kind: K): Records[K][];
  put<K extends Kind>(kind: K, record: Records[K]): void;
  remove(kind: Kind, id: string): void;
  commit(): void;
  close(): void;
};

type Change = [kind: Kind, id: string, record: Records[Kind] | null];

/** Opens the journal in the folder and reads it; without a folder nothing outlives the process. */
export const openStripeStore = ({ folder }: { folder?: string } = {}): Store => {
  const rooms = new Map<Kind, Map<string, Records[Kind]>>();
  const apply = ([kind, id, record]: Change): void => {
    const room = rooms.get(kind) ?? new Map<string, Records[Kind]>();
    rooms.set(kind, room);
    if (record === null) room.delete(id);
    else room.set(id, record);
  };
  const journal = folder === undefined ? undefined : openJournal(folder, apply, rooms);
  let changes: Change[] = [];
  const change = (...entry: Change): void => {
    apply(entry);
    if (journal !== undefined) changes.push(entry);
  };
  return {
    find: <K extends Kind>(kind: K, id: string) =>
      rooms.get(kind)?.get(id) as Records[K] | undefined,
    list: <K extends Kind>(kind: K) =>
      [...(rooms.get(kind)?.values() ?? [])].reverse() as Records[K][],
    put: (kind, record) => change(kind, record.id, record),
    remove: (kind, id) => change(kind, id, null),
    commit: () => {
      if (journal !== undefined && changes.length > 0)
        writeSync(journal, `${JSON.stringify(changes)}\n`);
      changes = [];
    },
    close: () => {
      if (journal !== undefined) closeSync(journal);
    },
  };
};

/** Replays the journal, rewrites it without what was superseded, and opens it for appending. */
const openJournal = (
  folder: string,
  apply: (change: Change) => void,
  rooms: Map<Kind, Map<string, Records[Kind]>>,
): number => {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'stripe.jsonl');
  if (existsSync(path)) {
    const lines = readFileSync(path, 'utf8').split('\n');
    // What follows the last line break is a line that a crash cut short: it was never answered.
    for (const line of lines.slice(0, -1)) for (const change of JSON.parse(line)) apply(change);
    const whole = [...rooms].flatMap(([kind, room]) =>
      [...room].map(([id, record]) => `${JSON.stringify([[kind, id, record]])}\n`),
    );
    writeFileSync(`${path}.new`, whole.join(''));
    renameSync(`${path}.new`, path);
  }
  return openSync(path, 'a');
};
