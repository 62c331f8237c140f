import { type ComponentType, createElement } from 'react';
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
import * as delayNotice from './delay-notice.tsx';
import * as excitement from './excitement.tsx';
import { oneLine } from './parts/format.ts';
import * as paymentProblem from './payment-problem.tsx';
import type { Props as PaymentProblemProps } from './payment-problem-words.ts';
import * as paymentRecovered from './payment-recovered.tsx';
import * as readyToShip from './ready-to-ship.tsx';
import * as refunded from './refunded.tsx';
import * as shipped from './shipped.tsx';
import * as statusLink from './status-link.tsx';

type PropsByKind = {
  confirmation: confirmation.Props;
  excitement: excitement.Props;
  countdown: countdown.Props;
  'check-in': checkIn.Props;
  'delay-notice': delayNotice.Props;
  'card-wanted': cardWanted.Props;
  'card-expiring': cardExpiring.Props;
  'payment-problem': PaymentProblemProps;
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
  default: ComponentType<P>;
  PreviewProps: P;
};

export const templates: { readonly [K in MessageKind]: Template<PropsOf<K>> } = {
  confirmation,
  excitement,
  countdown,
  'check-in': checkIn,
  'delay-notice': delayNotice,
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

/**
 * Renders a mail, ready to be stored and sent. The same props always give the same bytes. Rejects
 * only props that no template can show, such as a malformed currency code.
 */
export const renderMail = async <K extends MessageKind>(
  kind: K,
  props: PropsOf<K>,
): Promise<RenderedMail> => {
  const template: Template<PropsOf<K>> = templates[kind];
  return {
    subject: oneLine(template.subject(props)),
    html: doctype + withoutPreloads(renderToStaticMarkup(createElement(template.default, props))),
    text: `${template.text(props)}\n`,
  };
};

const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** React adds a hint to the head for every picture. Mail clients have no use for it. */
const withoutPreloads = (html: string): string =>
  html.replaceAll(/<link rel="preload" as="image"[^>]*>/g, '');
