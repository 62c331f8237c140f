import { cut } from '../format.ts';
import type { MailProps } from '../props.ts';
import { isRest } from '../wording.ts';
import { moneyLeftOf, type Notice } from './notice.ts';

type Given = { mail: MailProps; notice: Notice };

/** In an inbox: the new date, or until when an answer is wanted. */
export const subjectOf = ({ mail, notice }: Given): string => {
  const { say, shortDay } = mail.words;
  const { order } = orderOf(mail);
  const { newOn, answerOn, silence, isPeriodOver } = notice;
  if (isPeriodOver) return say.lawInforms.subjectOver({ order });
  if (silence === 'cancels' && answerOn !== null) {
    const asked = { order, day: shortDay(answerOn) };
    return newOn === null
      ? say.lawNotice.subjectUndated(asked)
      : say.lawNotice.subjectCancels(asked);
  }
  return newOn === null
    ? say.lawInforms.subjectUndated({ order })
    : say.lawNotice.subjectDated({ order, day: shortDay(newOn) });
};

export const headingOf = ({ mail, notice }: Given): string => {
  const { say } = mail.words;
  if (notice.isPeriodOver) return say.lawInforms.headingOver();
  return notice.newOn === null ? say.lawNotice.headingUndated() : say.delayNotice.headingLate();
};

/** That it is late, and the new date, or that none can be given. */
export const causeOf = ({ mail, notice: { newOn, before, isPeriodOver } }: Given): string => {
  const { say, day } = mail.words;
  const what = { ...orderOf(mail), rest: isRest(mail) };
  if (isPeriodOver && before !== null) return say.lawInforms.over({ ...what, day: day(before) });
  return newOn === null
    ? say.lawNotice.undated(what)
    : say.lawNotice.dated({ ...what, day: day(newOn) });
};

/** What an inbox shows beside the subject: what asks most of the reader. */
export const previewOf = (given: Given): string =>
  given.notice.silence === 'cancels' ? silenceOf(given) : causeOf(given);

/** What silence does, and until when it is none. */
export const silenceOf = ({ mail, notice }: Given): string => {
  const { say, day } = mail.words;
  const { silence, answerOn, isPeriodOver } = notice;
  if (isPeriodOver) return say.lawInforms.overSilence();
  if (silence === 'none' || answerOn === null) return say.lawInforms.silence();
  return silence === 'consents'
    ? say.lawNotice.consents({ day: day(answerOn) })
    : say.lawNotice.cancels({
        day: day(answerOn),
        rest: isRest(mail),
        money: moneyLeftOf(mail, notice),
      });
};

/** Why it is late. A period that the customer set needs no reason: it is over. */
export const reasonOf = ({ mail, notice }: Given): string => {
  const { lawNotice, delayNotice } = mail.words.say;
  const { reason, newOn, isPeriodOver } = notice;
  if (isPeriodOver) return '';
  const own = typeof reason === 'object' ? cut(reason.own, 500) : '';
  if (own !== '') return delayNotice.reason({ reason: own });
  if (reason === 'supply') return lawNotice.reasonSupply();
  if (reason === 'again') return lawNotice.reasonAgain();
  return mail.units.waiting > 0
    ? lawNotice.reasonStock({ dated: newOn === null ? 'no' : 'yes' })
    : lawNotice.reasonShipping();
};

const orderOf = ({ order }: MailProps) => ({ order: order.number });
