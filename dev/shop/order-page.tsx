import { MailFrame } from '../resend/mail-frame.tsx';
import type { Life } from './life.ts';

/** What the customer of one order reads: the mail that was chosen, else the newest. */
export const OrderPage = ({
  life: { order, told },
  chosen,
  inboxUrl,
}: {
  life: Life;
  chosen: string | undefined;
  inboxUrl: string;
}) => {
  const sent = told.flatMap(({ id, mail }) => (mail ? [{ id, mail }] : []));
  const shown = sent.find(({ id }) => id === chosen) ?? sent[0];
  return (
    <section id="newest" data-live="" aria-labelledby="newest-title">
      <h1 id="newest-title">What {order.customer.name ?? 'the customer'} reads</h1>
      {shown === undefined ? (
        <p>The order is placed, and its first mail comes in a moment.</p>
      ) : (
        <>
          <p className="links">
            <strong>{shown.mail.subject}</strong>
            <a href={`${inboxUrl}/${shown.mail.id}`}>Open it in the inbox</a>
          </p>
          <MailFrame html={shown.mail.html ?? ''} palette="own" width="phone" title="The mail" />
        </>
      )}
    </section>
  );
};
