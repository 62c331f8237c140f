import { whyUnsent } from '../../../workflows/domain/desk/mail-reasons.ts';
import { wordsOfMail } from '../../../workflows/domain/desk/mail-words.ts';
import { Badge, type Tone } from '../parts/badge.tsx';
import { withQuery } from '../parts/filter.tsx';
import { Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { pathOf } from './order.ts';
import type { OrderView } from './view.ts';
import { statusWords } from './words.ts';

type Mail = OrderView['mails']['data'][number];

/** Every mail that was decided about, the newest first. */
export const MailsSection = ({ view: { mails, order, base, zone } }: { view: OrderView }) => {
  const path = `${base}${pathOf(order)}`;
  return (
    <section id="mails" aria-labelledby="mails-title">
      <h2 id="mails-title">Mails</h2>
      <Table
        caption="Mails and what became of them"
        isCaptioned
        columns={[
          {
            head: 'Mail',
            isHead: true,
            cell: ({ id, kind, subject }) => (
              <a href={`${path}/messages/${encodeURIComponent(id)}`}>
                {wordsOfMail(kind)}
                {subject !== null && (
                  <>
                    : <bdi>{subject}</bdi>
                  </>
                )}
              </a>
            ),
          },
          { head: 'Class', cell: ({ class: kindOf }) => kindOf },
          { head: 'Decision', cell: (mail) => <Decision mail={mail} zone={zone} /> },
          { head: 'Status', cell: ({ status }) => <Status status={status} /> },
          { head: 'Decided', cell: ({ at }) => <When at={at} zone={zone} /> },
        ]}
        rows={mails.data}
        keyOf={({ id }) => id}
        none="No mail was decided about yet."
      />
      {mails.nextCursor !== null && (
        <p>
          <a href={`${withQuery(path, new URLSearchParams({ mails: mails.nextCursor }))}#mails`}>
            Older mails
          </a>
        </p>
      )}
    </section>
  );
};

export const Decision = ({ mail, zone }: { mail: Mail; zone: string }) => {
  const why = whyUnsent(mail.decision, mail.reason);
  return (
    <>
      <Badge tone={decisionTones[mail.decision]}>{mail.decision}</Badge>
      {mail.until !== null && (
        <>
          {' '}
          until <When at={mail.until} zone={zone} />
        </>
      )}
      {why !== undefined && <div className="muted">{why}</div>}
    </>
  );
};

const decisionTones: Record<Mail['decision'], Tone> = {
  sent: 'good',
  held: 'plain',
  skipped: 'plain',
  merged: 'plain',
  failed: 'bad',
  unknown: 'warn',
};

export const Status = ({ status }: { status: Mail['status'] }) => {
  if (status === null) return <span className="muted">not sent</span>;
  const isBad = status === 'bounced' || status === 'failed' || status === 'complained';
  const tone = isBad ? 'bad' : status === 'delivered' ? 'good' : 'plain';
  return <Badge tone={tone}>{statusWords[status] ?? status}</Badge>;
};
