import type { ReactNode } from 'react';
import { languageOf } from '../../../workflows/calendar/format.ts';
import { renderPage } from '../parts/layout.tsx';
import type { OrderPage } from '../parts/order-page.ts';

/** The addresses of the order's page, and of the script that all pages of a card run. */
export type Places = { path: string; script: string };

/** Data for the script. `key` may be known to everybody, `secret` only to the customer. */
export type ScriptData = {
  kind: 'payment' | 'setup' | 'returned' | 'waiting';
  js?: string;
  key?: string;
  secret?: string;
  /** The card that the payment was tried with. */
  method?: string | null;
};

/** `said`: what the customer is told at once, before the script has anything to say. */
type Props = { page: OrderPage; places: Places; title: string; data: ScriptData; said?: string };

/** A page about a payment, with what its script needs. Nothing happens unless a form is sent. */
export const renderCardPage = (
  { page, places, title, data, said }: Props,
  children: ReactNode,
): string => {
  const { path, script } = places;
  return renderPage({
    shop: page.shop,
    lang: languageOf(page.order.locale),
    title,
    script,
    children: (
      <>
        <h1>{title}</h1>
        <div
          id="payment"
          data-kind={data.kind}
          data-js={data.js}
          data-key={data.key}
          data-secret={data.secret}
          data-method={data.method ?? undefined}
          data-return={`${path}/returned`}
        >
          {children}
        </div>
        <p id="said" className="said" role="status">
          {said}
        </p>
        <p>
          <a href={path}>See your order</a>
        </p>
      </>
    ),
  });
};

/** Tells us that something was done at the bank. `label` is for a customer who sends it by hand. */
export const PaidForm = ({ path, label }: { path: string; label?: string }) => (
  <form id="paid" method="post" action={`${path}/paid`}>
    {label !== undefined && (
      <p>
        <button className="button go" type="submit">
          {label}
        </button>
      </p>
    )}
  </form>
);

/** The place of the provider's own fields. We never see what the customer writes there. */
export const CardForm = ({ label }: { label: string }) => (
  <form id="card">
    <div id="fields" className="card-form" />
    <p>
      <button className="button go" type="submit" disabled>
        {label}
      </button>
    </p>
  </form>
);

export const NeedsScript = ({ reach }: { reach: string }) => (
  <noscript>
    <p>{`This needs JavaScript, because only your bank and its provider see your card. If you cannot turn it on, please ${reach}.`}</p>
  </noscript>
);
