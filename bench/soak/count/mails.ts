import { type Aftermath, type Count, counted, differences, repeated } from './count.ts';

type Message = { orderId: string; key: string; kind: string; decision: string; providerId: string };
type Received = { id: string; idempotencyKey: string; tags: { name: string; value: string }[] };

/** What each order must have been told; nothing else goes out within the minutes of a soak. */
const owed = {
  ship: ['confirmation', 'shipped'],
  cancel: ['cancelled', 'confirmation'],
  wait: ['confirmation'],
};

/** Sent before a customer cancels, or not; skipped where the parcel is faster. */
const optional = 'ready-to-ship';

/** Each message is in the inbox once, and none is there that we do not know of. */
export const countMails = async ({ stand, known }: Aftermath): Promise<Count[]> => {
  const messages = await stand.db.sql<Message[]>`
    select order_id, key, kind, decision, provider_id from messages`;
  const sent = messages.filter(({ decision }) => decision === 'sent');
  const undecided = messages.filter(({ decision }) => !['sent', 'skipped'].includes(decision));
  const inbox = (await (await fetch(`${stand.outside.origin}/inbox.json`)).json()) as Received[];
  const kinds = kindsByOrder(inbox);
  const wrongKinds = [...known.placed.values()].flatMap(({ orderId, fate }) => {
    const got = (kinds.get(orderId) ?? []).toSorted();
    const must = got.filter((kind) => fate === 'wait' || kind !== optional);
    const isRight = must.join() === owed[fate].join();
    return isRight ? [] : [`${orderId}, to ${fate}: ${got.join(', ')}`];
  });
  const ids = [sent.map(({ providerId }) => providerId), inbox.map(({ id }) => id)] as const;
  return [
    counted(
      'mails, each known to both sides',
      inbox.length,
      differences([new Set(ids[0]), new Set(ids[1])], ['did not arrive', 'is not known here']),
    ),
    counted(
      'mails, each once for its subject',
      inbox.length,
      repeated([...inbox.map(({ idempotencyKey }) => subjectOf(idempotencyKey)), ...ids[1]]),
    ),
    counted('orders that were told what they must be', known.placed.size, wrongKinds),
    counted(
      'messages without a decision',
      undecided.length,
      undecided.map(({ orderId, kind, decision }) => `${orderId} ${kind} ${decision}`),
    ),
  ];
};

const kindsByOrder = (inbox: readonly Received[]): Map<string, string[]> => {
  const kinds = new Map<string, string[]>();
  for (const mail of inbox) {
    const orderId = tagOf(mail, 'order');
    kinds.set(orderId, [...(kinds.get(orderId) ?? []), tagOf(mail, 'kind')]);
  }
  return kinds;
};

const tagOf = ({ tags }: Received, name: string): string =>
  tags.find((tag) => tag.name === name)?.value ?? '';

/** A key is `order/message/id`: another id for the same message would be the message twice. */
const subjectOf = (key: string): string => key.slice(0, key.lastIndexOf('/'));
