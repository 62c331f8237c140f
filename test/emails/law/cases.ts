import * as delayNotice from '../../../emails/delay-notice.tsx';
import type { Notice } from '../../../emails/parts/notice/notice.ts';
import type { MailProps } from '../../../emails/parts/props.ts';
import type { Words } from '../../../emails/words/lexicon.ts';
import { units } from '../states.ts';

/** `isRest`: some has shipped, the rest is set aside, and the shop reads no mail. */
export type Case = {
  name: string;
  notice: Notice;
  paying: MailProps['order']['paying'];
  isRest: boolean;
};

type Varied = Pick<Notice, 'policy' | 'kind'> & Partial<Notice>;

const T = '2027-01-15';
const within = '2027-02-05';
const beyond = '2027-03-20';
const grace = '2027-02-14';

const common = {
  ...{ before: T, isEssential: false, isPeriodOver: false, isMissed: false },
  ...{ reason: { own: 'The ship with the brass is held up at sea.' } },
} satisfies Partial<Notice>;

/** What the American rule and our strictest make of each kind: the new date, and what silence does. */
const optionKinds = (policy: 'us' | 'strict'): Varied[] => {
  const waits = { silence: 'cancels', answerOn: grace, deadlineOn: grace } as const;
  const later = policy === 'us' ? ({ ...waits, answerOn: T, deadlineOn: T } as const) : waits;
  const first =
    policy === 'us'
      ? ({ silence: 'consents', answerOn: within, deadlineOn: within } as const)
      : waits;
  return [
    { policy, kind: 'first_within_30', newOn: within, ...first },
    { policy, kind: 'first_beyond_30', newOn: beyond, ...waits },
    { policy, kind: 'first_undated', newOn: null, reason: 'late', ...waits },
    { policy, kind: 'first_undated', newOn: null, reason: 'supply', ...waits },
    { policy, kind: 'later', newOn: within, ...later },
    { policy, kind: 'later', newOn: null, reason: 'again', ...later },
  ];
};

const informing = (policy: 'eu' | 'uk'): Varied[] => {
  const informs = {
    ...({ policy, kind: 'informs', silence: 'none' } as const),
    ...{ answerOn: null, deadlineOn: '2027-01-18' },
  };
  return [
    { ...informs, newOn: within },
    { ...informs, newOn: null, reason: 'late' },
    { ...informs, newOn: within, isEssential: true },
    { ...informs, newOn: within, isMissed: true },
    { ...informs, newOn: within, isMissed: true, isEssential: true },
    { ...informs, newOn: within, before: '2027-02-20', isMissed: true, isPeriodOver: true },
  ];
};

const nameOf = (notice: Notice, paying: string, isRest: boolean): string =>
  [
    ...[notice.policy, notice.kind, notice.newOn ?? 'undated', paying],
    ...(notice.isEssential ? ['essential'] : []),
    ...(notice.isMissed ? ['missed'] : []),
    ...(notice.isPeriodOver ? ['period over'] : []),
    ...(isRest ? ['rest'] : []),
  ].join(' ');

/** Every policy and kind, for each state of the money, for a whole order and for what is left of it. */
export const cases: Case[] = [
  ...optionKinds('us'),
  ...optionKinds('strict'),
  ...informing('eu'),
  ...informing('uk'),
].flatMap((varied) =>
  (['card', 'paid', 'free'] as const).flatMap((paying) =>
    [false, true].map((isRest) => {
      const notice = { ...common, ...varied, isPaid: paying === 'paid' } as Notice;
      return { name: nameOf(notice, paying, isRest), notice, paying, isRest };
    }),
  ),
);

/** That notice as it goes out. */
export const propsOf = ({ notice, paying, isRest }: Case, words: Words): delayNotice.Props => {
  const { order, shop, ...preview } = delayNotice.PreviewProps;
  return {
    ...preview,
    ...units(isRest ? { setAside: 1, shipped: 1 } : { waiting: 1 }),
    ...{ words, notice, lines: [], change: null },
    shop: isRest ? { ...shop, supportEmail: null } : shop,
    order: { ...order, paying },
    promise: promiseOf(notice.newOn),
  };
};

const promiseOf = (on: string | null): MailProps['promise'] =>
  on === null ? { is: 'none' } : { is: 'ahead', on, days: 30 };
