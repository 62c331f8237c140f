import type { Block } from '../block.ts';
import { action, pageAsk } from '../blocks/action.tsx';
import { answer } from '../blocks/answer.tsx';
import { dates } from '../blocks/dates.tsx';
import { details } from '../blocks/details.tsx';
import { lines, order } from '../blocks/lines.tsx';
import { paragraphs } from '../blocks/paragraphs.tsx';
import type { LinePart, MailProps } from '../props.ts';
import type { Written } from '../sheet.tsx';
import type { Notice } from './notice.ts';
import { causeOf, headingOf, previewOf, reasonOf, silenceOf, subjectOf } from './opening.ts';
import { laterRightsOf, rightsOf } from './rights.ts';

/** `again`: units that were set aside and wait again. */
type Given = { mail: MailProps; notice: Notice; again: readonly LinePart[] };

/** A notice that counts in law, for what has not left. */
export const noticeInLaw = (given: Given): Written => {
  const { mail, again } = given;
  return {
    kind: 'delay-notice',
    subject: subjectOf(given),
    preview: previewOf(given),
    heading: headingOf(given),
    blocks: [
      paragraphs([causeOf(given)], [reasonOf(given)]),
      days(given),
      paragraphs(...rightsOf(given)),
      ...choice(given),
      paragraphs(...laterRightsOf(given)),
      lines(mail, { title: mail.words.say.delayNotice.waiting(), lines: again }),
      order(mail),
    ],
  };
};

/** The old date and the new one, or that there is none. */
const days = ({ mail, notice: { newOn, before, isPeriodOver } }: Given): Block | null => {
  const { say, day } = mail.words;
  if (isPeriodOver) return null;
  const value = newOn === null ? say.lawNotice.unknown() : day(newOn);
  const now = { label: say.delayNotice.now(), value };
  if (before === null) return details(mail, [now]);
  return dates(mail, { before: { label: say.lawNotice.before(), value: day(before) }, now });
};

/** Keep or cancel, of the same weight, and what follows from neither. */
const choice = (given: Given): Block[] => {
  const { mail, notice } = given;
  const { links, words } = mail;
  if (!notice.isPeriodOver) {
    const [keepHref, cancelHref] = [answerTo(mail, 'keep'), answerTo(mail, 'cancel')];
    return [answer(mail, { keepHref, cancelHref, silence: silenceOf(given) })];
  }
  const end = { label: words.say.lawInforms.end(), href: `${links.status}/cancel` };
  return [action(mail, end, pageAsk(mail)), paragraphs([silenceOf(given)])];
};

/** Following it only opens the form on which the customer answers. */
const answerTo = ({ links }: MailProps, choose: 'keep' | 'cancel'): string =>
  `${links.status}/answer?choose=${choose}`;
