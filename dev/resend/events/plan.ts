import { addressOf } from '../email.ts';
import type { ReceivedMail } from '../store.ts';
import type { Bounce, EventType } from './event.ts';

/** What shall become of the next `times` mails to an address, `delayS` after each was taken. */
export type PlannedEvent = {
  to: string;
  type: EventType;
  times: number;
  delayS: number;
  bounce?: Bounce | undefined;
};

export type NextEvent = Pick<PlannedEvent, 'type' | 'delayS' | 'bounce'>;

/** In memory only: a restart begins with an empty plan. */
export const createEventPlan = () => {
  let planned: PlannedEvent[] = [];
  return {
    add: (event: PlannedEvent): void => {
      planned.push({ ...event, to: addressOf(event.to) });
    },
    clear: (): void => {
      planned = [];
    },
    list: (): PlannedEvent[] => planned.map((event) => ({ ...event })),
    /** What becomes of this mail: each plan for its address uses up one of its times. */
    take: ({ to }: ReceivedMail): NextEvent[] => {
      const addresses = to.map(addressOf);
      const own = planned.filter((event) => addresses.includes(event.to));
      for (const event of own) event.times -= 1;
      planned = planned.filter(({ times }) => times > 0);
      return withUsual(own);
    },
  };
};

/** Resend tells of each mail that it was sent, and of most that they were delivered. */
const withUsual = (planned: readonly NextEvent[]): NextEvent[] => {
  const has = (...types: EventType[]) => planned.some(({ type }) => types.includes(type));
  const ends = planned.some(({ type }) => !afterDelivery.has(type));
  return [
    ...(has('email.sent') ? [] : [{ type: 'email.sent', delayS: 0 } as const]),
    ...(ends ? [] : [{ type: 'email.delivered', delayS: 0 } as const]),
    ...planned,
  ];
};

/** What can only happen to a mail that was delivered, or says nothing of that. */
const afterDelivery = new Set<EventType>([
  'email.sent',
  'email.complained',
  'email.opened',
  'email.clicked',
  'email.received',
]);
