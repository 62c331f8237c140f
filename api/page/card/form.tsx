import type { ReactNode } from 'react';
import type { Words } from '../../../emails/words/lexicon.ts';
import { renderPage } from '../../html/layout.tsx';
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

/** The texts that the script may show. */
export type ScriptWords = Record<
  'unconfirmed' | 'declined' | 'failed' | 'wait' | 'noForm' | 'noProvider',
  string
>;

/** `said`: what the customer is told at once, before the script has anything to say. */
type Props = { page: OrderPage; places: Places; title: string; data: ScriptData; said?: string };

/** A page about a payment, with what its script needs. Nothing happens unless a form is sent. */
export const renderCardPage = (
  { page, places, title, data, said }: Props,
  children: ReactNode,
): string => {
  const { path, script } = places;
  const { shop, words } = page;
  return renderPage({
    ...{ shop, words },
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
          data-words={JSON.stringify(wordsFor(words))}
        >
          {children}
        </div>
        <p id="said" className="said" role="status">
          {said}
        </p>
        <p>
          <a href={path}>{words.say.layoutPage.viewOrder()}</a>
        </p>
      </>
    ),
  });
};

/** What the script has to say, because it knows no language. */
const wordsFor = ({ say: { payPage: say } }: Words): ScriptWords => ({
  unconfirmed: say.unconfirmed(),
  declined: say.declined(),
  failed: say.failed(),
  wait: say.wait(),
  noForm: say.noForm(),
  noProvider: say.noProvider(),
});

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

export const NeedsScript = ({ text }: { text: string }) => (
  <noscript>
    <p>{text}</p>
  </noscript>
);
