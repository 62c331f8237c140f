import type { Specimen } from '../../../db/mail/specimens.ts';
import type { RenderedMail } from '../../../emails/index.ts';
import { palettes } from '../../../emails/parts/in-palette.ts';
import { unsubscribeWith } from '../../../emails/parts/unsubscribe.ts';
import { classOf } from '../../../workflows/domain/backorder/message-kind.ts';
import { whyUnsent } from '../../../workflows/domain/desk/mail-reasons.ts';
import {
  classWords,
  decisionWords,
  messageWords,
} from '../../../workflows/domain/desk/message-words.ts';
import type { Config } from '../../config.ts';
import { mayDo } from '../access/scopes.ts';
import type { Desk } from '../env.ts';
import { Badge, Facts } from '../parts/badge.tsx';
import { Select } from '../parts/field.tsx';
import { Filter } from '../parts/filter.tsx';
import { Table } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { specimenKinds, specimenLocales, specimenStates } from '../specimen/specimen.ts';
import { type Choice, neighboursOf, widths } from './specimen-choice.ts';
import { room, Tabs } from './tabs.tsx';

type Props = {
  desk: Desk;
  config: Pick<Config, 'shop' | 'publicUrl' | 'shopTimeZone'>;
  choice: Choice;
  mail: RenderedMail;
  /** What the operator has had sent to themselves. */
  sent: Specimen[];
};

/** Longer mails are cut off by Gmail, which shows about 102 KB of their HTML. */
const mostKb = 90;

/** One mail as a customer gets it, of a sample order, in the shop's brand and words. */
export const GalleryPage = ({ desk, config, choice, mail, sent }: Props) => {
  const query = queryOf(choice);
  const title = `${messageWords[choice.kind]}, ${choice.state || 'usual'}, ${choice.locale}`;
  return (
    <>
      <Tabs desk={desk} at={`${room}/gallery`} />
      <Choose desk={desk} choice={choice} />
      <Neighbours desk={desk} choice={choice} />
      <div className="panel">
        <h2>{title}</h2>
        <FactsOf choice={choice} mail={mail} config={config} />
        {mayDo(desk.operator.role, ['support']) && (
          <p className="buttons">
            <a className="button go" href={`${desk.base}${room}/send?${query}`}>
              Send me this
            </a>
          </p>
        )}
      </div>
      <iframe
        className={choice.width === 'phone' ? 'mail phone' : 'mail'}
        src={`${desk.base}${room}/gallery/mail?${query}`}
        title={`The mail ${title}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
      />
      <h2>Its text part</h2>
      <div className="panel">
        <pre dir="auto" lang={choice.locale}>
          {mail.text}
        </pre>
      </div>
      {mayDo(desk.operator.role, ['support']) && (
        <SentToMe sent={sent} zone={config.shopTimeZone} />
      )}
    </>
  );
};

export const queryOf = (choice: Choice): URLSearchParams => new URLSearchParams(choice);

const Choose = ({ desk, choice }: Pick<Props, 'desk' | 'choice'>) => (
  <Filter path={`${desk.base}${room}/gallery`}>
    <Select
      name="kind"
      label="Kind"
      value={choice.kind}
      choices={specimenKinds.map((value) => ({ value, label: messageWords[value] }))}
    />
    <Select
      name="state"
      label="State"
      value={choice.state}
      choices={[{ value: '', label: 'usual' }, ...choicesOf(specimenStates(choice.kind))]}
    />
    <Select
      name="locale"
      label="Language"
      value={choice.locale}
      choices={choicesOf(specimenLocales)}
    />
    <Select
      name="palette"
      label="Palette"
      value={choice.palette}
      choices={choicesOf(palettes).map(({ value }) => ({
        value,
        label: value === 'own' ? 'as your system has it' : value,
      }))}
    />
    <Select name="width" label="Width" value={choice.width} choices={choicesOf(widths)} />
  </Filter>
);

const choicesOf = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

const Neighbours = ({ desk, choice }: Pick<Props, 'desk' | 'choice'>) => {
  const { before, after, place, of } = neighboursOf(choice);
  const pathTo = (to: Pick<Choice, 'kind' | 'state'>) =>
    `${desk.base}${room}/gallery?${queryOf({ ...choice, ...to })}`;
  return (
    <nav className="pager" aria-label="Specimens">
      {before && (
        <a rel="prev" href={pathTo(before)}>
          Previous: {messageWords[before.kind]} {before.state}
        </a>
      )}
      <span className="muted">
        {place} of {of}
      </span>
      {after && (
        <a rel="next" href={pathTo(after)}>
          Next: {messageWords[after.kind]} {after.state}
        </a>
      )}
    </nav>
  );
};

const FactsOf = ({ choice, mail, config }: Omit<Props, 'desk' | 'sent'>) => {
  const kb = Buffer.byteLength(mail.html) / 1_000;
  const { replyTo } = config.shop;
  const { publicUrl } = config;
  const { headers } = unsubscribeWith(choice.kind, { publicUrl, token: '…' });
  const all = { ...(replyTo && { 'Reply-To': replyTo }), ...headers };
  return (
    <Facts
      facts={[
        ['Subject', <bdi key="subject">{mail.subject}</bdi>],
        ['Class', classWords[classOf(choice.kind)]],
        [
          'Size',
          <span key="size">
            {kb.toFixed(1)} KB of {mostKb}{' '}
            <Badge tone={kb <= mostKb ? 'good' : 'bad'}>
              {kb <= mostKb ? 'shown whole' : 'cut off by Gmail'}
            </Badge>
          </span>,
        ],
        [
          'Headers',
          Object.keys(all).length === 0 ? (
            <span key="none">none of its own: nobody can decline it</span>
          ) : (
            <pre key="headers">
              {Object.entries(all)
                .map(([name, value]) => `${name}: ${value}`)
                .join('\n')}
            </pre>
          ),
        ],
      ]}
    />
  );
};

const SentToMe = ({ sent, zone }: { sent: Specimen[]; zone: string }) => (
  <section id="sent" data-fresh>
    <h2>What you had sent to you</h2>
    <Table
      caption="Your test mails, the newest first"
      columns={[
        {
          head: 'Asked for',
          isHead: true,
          cell: ({ askedAt }) => <When at={askedAt} zone={zone} />,
        },
        { head: 'Mail', cell: ({ kind }) => messageWords[kind] },
        { head: 'To', cell: ({ to }) => <bdi>{to}</bdi> },
        {
          head: 'How it went',
          cell: ({ decision, reason }) => (
            <>
              {decisionWords[decision]} {whyUnsent(decision, reason)}
            </>
          ),
        },
      ]}
      rows={sent}
      keyOf={({ specimenId }) => specimenId}
      none="You have not had any sent to you lately."
    />
  </section>
);
