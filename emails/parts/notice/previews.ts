import type { MailProps } from '../props.ts';
import type { Notice } from './notice.ts';

const common: Notice = {
  ...{ policy: 'us', kind: 'first_within_30', silence: 'consents', isPaid: false },
  ...{ newOn: '2027-02-05', before: '2027-01-15', answerOn: '2027-02-05' },
  ...{ deadlineOn: '2027-02-05', reason: { own: 'The ship with the brass is held up at sea.' } },
  ...{ isEssential: false, isPeriodOver: false, isMissed: false },
};

/** An American notice that silence cancels. */
const asking: Notice = { ...common, silence: 'cancels', answerOn: '2027-02-14' };
const undated = { newOn: null, deadlineOn: '2027-02-14', reason: 'late' } as const;
const informing: Notice = {
  ...{ ...common, policy: 'eu', kind: 'informs', silence: 'none', answerOn: null },
  ...{ deadlineOn: '2027-01-18', isPaid: true },
};

/** Each notice of the law once, by name. */
const notices = {
  consents: common,
  beyond: { ...asking, kind: 'first_beyond_30', newOn: '2027-03-20', deadlineOn: '2027-02-14' },
  undated: { ...asking, kind: 'first_undated', ...undated },
  later: { ...asking, kind: 'later', answerOn: '2027-01-15', deadlineOn: '2027-01-15' },
  'later undated': { ...asking, kind: 'later', ...undated, answerOn: '2027-01-15' },
  strict: { ...asking, policy: 'strict', isPaid: true },
  informs: informing,
  'informs undated': { ...informing, newOn: null, reason: 'late' },
  essential: { ...informing, isEssential: true },
  missed: { ...informing, isMissed: true, isPaid: false },
  'period over': { ...informing, before: '2027-02-20', isMissed: true, isPeriodOver: true },
} satisfies Record<string, Notice>;

/** As each of them looks. */
export const noticePreviews = <P extends MailProps>(props: P) => {
  const shown = Object.entries<Notice>(notices).map(([name, notice]) => {
    const promise = promiseOf(notice);
    return [name, { ...props, promise, lines: [], notice }] as const;
  });
  return Object.fromEntries(shown);
};

const promiseOf = ({ newOn }: Notice): MailProps['promise'] =>
  newOn === null ? { is: 'none' } : { is: 'ahead', on: newOn, days: 40 };
