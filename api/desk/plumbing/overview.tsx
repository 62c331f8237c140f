import { isWatch } from '../../../db/backorder/watch.ts';
import { countDifferences, findRun } from '../../../db/books/runs.ts';
import {
  type Account,
  findProviders,
  findServer,
  type Incoming,
  listAccounts,
  listEndpointStandings,
  listIncoming,
  listShopStandings,
  listUploads,
  type Providers,
} from '../../../db/desk/plumbing/standing.ts';
import { senders } from '../../../db/schema/http/webhooks.ts';
import {
  type AttentionWords,
  attentionWords,
} from '../../../workflows/domain/desk/attention-words.ts';
import type { DeskDeps } from '../env.ts';
import { Facts } from '../parts/badge.tsx';
import { counted } from '../parts/words.ts';
import { soon } from './known.tsx';
import { many, State, Waiting, Wall } from './standing.tsx';
import { findVersion } from './version.ts';

/** Everything that the first page shows, each part looked at by itself. */
export const lookAround = async ({ reads, logger, readiness }: DeskDeps) => {
  const { sql } = reads;
  const look = <T,>(part: () => Promise<T>) => soon(logger, part);
  const [incoming, providers, endpoints, shops, uploads, accounts, books, server] =
    await Promise.all([
      look(() => listIncoming(sql, senders)),
      look(() => findProviders(sql)),
      look(() => listEndpointStandings(sql)),
      look(() => listShopStandings(sql)),
      look(() => listUploads(sql, { limit: 5 })),
      look(() => listAccounts(sql)),
      look(async () => ({ run: await findRun(sql), counts: await countDifferences(sql) })),
      look(() => findServer(sql)),
    ]);
  const { postgresql, temporal, overdue } = readiness.report();
  return {
    ...{ incoming, providers, endpoints, shops, uploads, accounts, books, server },
    ...{ postgresql, temporal, overdue, version: findVersion() },
  };
};

export type Around = Awaited<ReturnType<typeof lookAround>>;

const of = (incoming: readonly Incoming[] | undefined, sender: string): Incoming | undefined =>
  incoming?.find((each) => each.sender === sender);

type ProviderProps = {
  sender: 'stripe' | 'resend';
  incoming: Around['incoming'];
  providers: Around['providers'];
  isSecretSet: boolean;
  zone: string;
};

/** The payment provider or the mail provider. */
export const ProviderFacts = ({
  sender,
  incoming,
  providers,
  isSecretSet,
  zone,
}: ProviderProps) => {
  const came = of(incoming, sender);
  return (
    <Facts
      facts={[
        ['Webhooks', isSecretSet ? 'taken' : 'refused: their signing secret is not set'],
        [
          'Last webhook',
          came ? (
            <Wall key="last" at={came.lastAt} zone={zone} none="none among the newest thousand" />
          ) : (
            unknown
          ),
        ],
        ['Not handled yet', came ? <Waiting key="open" {...came} zone={zone} /> : unknown],
        ['Of these tried more than once', came ? many(came.failing) : unknown],
        ...(sender === 'stripe' ? payments(providers, zone) : mails(providers)),
      ]}
    />
  );
};

const unknown = <span className="muted">not known just now</span>;

const payments = (providers: Providers | undefined, zone: string) =>
  [
    [
      'Calls without an answer',
      providers ? (
        <Waiting
          key="calls"
          open={providers.openCalls}
          oldestAt={providers.oldestCallAt}
          zone={zone}
        />
      ) : (
        unknown
      ),
    ],
  ] as const;

const mails = (providers: Providers | undefined) =>
  [
    ['Mails still to be sent', providers ? many(providers.owedMails) : unknown],
    ['It takes', providers ? paceOf(providers) : unknown],
  ] as const;

const paceOf = ({ mailsPerSecond }: Providers): string =>
  mailsPerSecond === null ? 'not said yet' : `${mailsPerSecond} mails a second`;

/** What stands still for too long, by what it asks a person for. */
export const OverdueFacts = ({ overdue, base }: Pick<Around, 'overdue'> & { base: string }) => {
  if (overdue === null) return <p className="muted">Not known just now.</p>;
  const late = Object.entries(overdue).filter(([, count]) => count > 0);
  if (late.length === 0) return <p>Nothing stands still that should move.</p>;
  return (
    <Facts
      facts={late.map(([code, count]) => [
        titleOf(code),
        <a key={code} href={base + listOf(code)}>
          {counted(count, 'order')}
        </a>,
      ])}
    />
  );
};

/** Where all of them are listed; what is lost for good has no watch and is on the list of orders. */
const listOf = (code: string): string =>
  isWatch(code) ? `/desk/today/${code}` : `/desk/orders?attention=${code}`;

const titleOf = (code: string): string =>
  (attentionWords as Record<string, AttentionWords | undefined>)[code]?.title ?? code;

/** The accounts on social networks to which news of stock goes. */
export const AccountFacts = ({ accounts, zone }: { accounts: readonly Account[]; zone: string }) =>
  accounts.length === 0 ? (
    <p className="muted">Nothing was ever posted. Accounts are set in the environment.</p>
  ) : (
    <Facts
      facts={accounts.map(({ account, network, lastPostedAt, waiting, refused, lost }) => [
        account,
        <span key={account}>
          {network}; last post: <Wall at={lastPostedAt} zone={zone} none="none yet" />; {waiting}{' '}
          waiting, {refused} refused, {lost} lost{' '}
          <State of={refused + lost > 0 ? 'failing' : 'ok'} />
        </span>,
      ])}
    />
  );
