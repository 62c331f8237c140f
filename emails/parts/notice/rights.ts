import type { MailProps } from '../props.ts';
import { isInforming, mayWaitLonger, moneyLeftOf, type Notice } from './notice.ts';

type Given = { mail: MailProps; notice: Notice };

/** What the customer may do, each group a paragraph. 16 CFR 435.2(b); Directive 2011/83/EU art. 18 */
export const rightsOf = (given: Given): string[][] => {
  const { mail, notice } = given;
  if (notice.isPeriodOver) return [[end(given)]];
  return isInforming(notice)
    ? [[agree(given), cancelFreely(given)], notice.isMissed ? [period(given)] : [], [howTo(mail)]]
    : [
        [cancel(given), kept(given)],
        [howTo(mail), longer(given)],
      ];
};

/** What they may do once a day that is still ahead is missed: nothing that is asked of them now. */
export const laterRightsOf = (given: Given): string[][] => {
  const { isMissed, isPeriodOver } = given.notice;
  return isInforming(given.notice) && !isMissed && !isPeriodOver ? [[period(given)]] : [];
};

const cancel = ({ mail, notice }: Given): string =>
  mail.words.say.lawNotice.cancel({ money: moneyLeftOf(mail, notice) });

/** Whoever agrees to wait without a date is bound to nothing. 16 CFR 435.2(b)(1)(iii)(C) */
const kept = ({ mail, notice: { newOn } }: Given): string =>
  newOn === null ? mail.words.say.lawNotice.keepUndated() : '';

const longer = ({ mail: { words }, notice }: Given): string =>
  mayWaitLonger(notice) && notice.newOn !== null
    ? words.say.lawNotice.longer({ day: words.day(notice.newOn) })
    : '';

/** A way to answer that costs nothing, and another by mail if the shop reads any. */
const howTo = ({ shop: { supportEmail: address }, words: { say } }: MailProps): string =>
  address ? say.lawNotice.howToMail({ address }) : say.lawNotice.howTo();

const agree = ({ mail, notice: { newOn } }: Given): string =>
  mail.words.say.lawInforms.agree({ dated: newOn === null ? 'no' : 'yes' });

const cancelFreely = ({ mail, notice }: Given): string =>
  mail.words.say.lawInforms.cancel({ money: moneyLeftOf(mail, notice) });

/** What follows once the day of delivery is missed. */
const period = ({ mail, notice }: Given): string => {
  const { deadlineOn, isEssential, isMissed } = notice;
  if (deadlineOn === null) return '';
  const { say, day } = mail.words;
  const { lawInforms } = say;
  const said = { day: day(deadlineOn), money: moneyLeftOf(mail, notice) };
  if (isEssential) return isMissed ? lawInforms.essentialNow(said) : lawInforms.essential(said);
  return isMissed ? lawInforms.periodNow(said) : lawInforms.period(said);
};

const end = ({ mail, notice }: Given): string =>
  mail.words.say.lawInforms.overRight({ money: moneyLeftOf(mail, notice) });
