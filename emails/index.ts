import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { MessageKind } from '../workflows/domain/backorder/message-kind.ts';
import * as addressChanged from './address-changed.tsx';
import * as addressConfirm from './address-confirm.tsx';
import * as cancelled from './cancelled.tsx';
import * as cardExpiring from './card-expiring.tsx';
import * as cardWanted from './card-wanted.tsx';
import * as checkIn from './check-in.tsx';
import * as confirmation from './confirmation.tsx';
import * as countdown from './countdown.tsx';
import * as delayAnswer from './delay-answer.tsx';
import * as delayNotice from './delay-notice.tsx';
import * as excitement from './excitement.tsx';
import { type InRoom, type Room, wholeRoom } from './parts/block.ts';
import { oneLine } from './parts/format.ts';
import { columnWidth } from './parts/theme.ts';
import * as paymentProblem from './payment-problem.tsx';
import * as paymentRecovered from './payment-recovered.tsx';
import * as readyToShip from './ready-to-ship.tsx';
import * as refunded from './refunded.tsx';
import * as shipped from './shipped.tsx';
import * as statusLink from './status-link.tsx';
import * as withdrawal from './withdrawal.tsx';

type PropsByKind = {
  confirmation: confirmation.Props;
  excitement: excitement.Props;
  countdown: countdown.Props;
  'check-in': checkIn.Props;
  'delay-notice': delayNotice.Props;
  'delay-answer': delayAnswer.Props;
  withdrawal: withdrawal.Props;
  'card-wanted': cardWanted.Props;
  'card-expiring': cardExpiring.Props;
  'payment-problem': paymentProblem.Props;
  'payment-recovered': paymentRecovered.Props;
  'ready-to-ship': readyToShip.Props;
  shipped: shipped.Props;
  cancelled: cancelled.Props;
  refunded: refunded.Props;
  'status-link': statusLink.Props;
  'address-confirm': addressConfirm.Props;
  'address-changed': addressChanged.Props;
};

export type PropsOf<K extends MessageKind> = PropsByKind[K];

type Template<P> = {
  subject(props: P): string;
  text(props: P): string;
  default(props: InRoom<P>): ReactNode;
  PreviewProps: P;
  /** Further states that are worth a look, by name. */
  previews?: Readonly<Record<string, P>>;
};

export const templates: { readonly [K in MessageKind]: Template<PropsOf<K>> } = {
  confirmation,
  excitement,
  countdown,
  'check-in': checkIn,
  'delay-notice': delayNotice,
  'delay-answer': delayAnswer,
  withdrawal,
  'card-wanted': cardWanted,
  'card-expiring': cardExpiring,
  'payment-problem': paymentProblem,
  'payment-recovered': paymentRecovered,
  'ready-to-ship': readyToShip,
  shipped,
  cancelled,
  refunded,
  'status-link': statusLink,
  'address-confirm': addressConfirm,
  'address-changed': addressChanged,
};

export type RenderedMail = { subject: string; html: string; text: string };

/** Gmail cuts off what is larger than 102 kB, and the address of the page is put in later. */
export const mostBytes = 90_000;

/**
 * Renders a mail, ready to be stored and sent. The same props always give the same bytes. What does
 * not fit is left out of the HTML: pictures, then links, then lines, which the text names all.
 * Rejects only props that no template can show, such as a malformed currency code.
 */
export const renderMail = async <K extends MessageKind>(
  kind: K,
  props: PropsOf<K>,
): Promise<RenderedMail> => {
  const template: Template<PropsOf<K>> = templates[kind];
  const html = (room: Room) => toMail(renderToStaticMarkup(template.default({ ...props, room })));
  return {
    subject: oneLine(template.subject(props)),
    html: fitting(html),
    text: `${template.text(props)}\n`,
  };
};

/** The roomiest form that fits. */
const fitting = (html: (room: Room) => string): string => {
  for (const room of [wholeRoom, { ...wholeRoom, pictures: false }, noLinks]) {
    const whole = html(room);
    if (fits(whole)) return whole;
  }
  let [low, high] = [0, mostLines];
  while (high - low > 1) {
    const lines = Math.floor((low + high) / 2);
    if (fits(html({ ...noLinks, lines }))) low = lines;
    else high = lines;
  }
  return html({ ...noLinks, lines: low });
};

const noLinks: Room = { ...wholeRoom, pictures: false, links: false };

/** Of any order. */
const mostLines = 100;

const fits = (html: string): boolean => Buffer.byteLength(html) <= mostBytes;

const toMail = (html: string): string => doctype + withGhostTable(withoutPreloads(html));

const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** React adds a hint to the head for every picture. Mail clients have no use for it. */
const withoutPreloads = (html: string): string =>
  html.replaceAll(/<link rel="preload" as="image"[^>]*>/g, '');

/**
 * Outlook for Windows knows no largest width, so it alone gets a table of that width around the
 * column, in a comment that only it reads and that React cannot write.
 */
const withGhostTable = (html: string): string => {
  const start = html.indexOf('<table role="presentation" class="column"');
  const end = html.lastIndexOf('</table>', html.lastIndexOf('</table>') - 1) + '</table>'.length;
  return [
    html.slice(0, start),
    `<!--[if mso]><table role="presentation" width="${columnWidth}" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->`,
    html.slice(start, end),
    '<!--[if mso]></td></tr></table><![endif]-->',
    html.slice(end),
  ].join('');
};
