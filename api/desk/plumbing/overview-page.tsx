import type { Context, Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Facts } from '../parts/badge.tsx';
import { showPage } from '../parts/layout.tsx';
import { Known } from './known.tsx';
import { PlumbingNav } from './nav.tsx';
import { AccountFacts, type Around, lookAround, OverdueFacts, ProviderFacts } from './overview.tsx';
import { Part, State, Waiting, Wall } from './standing.tsx';

/** What this system is connected with, and how each part stands. */
export const mountOverview = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/plumbing', allow(deps, 'read'), async (c) => {
    const children = <Overview c={c} deps={deps} around={await lookAround(deps)} />;
    return showPage(c, { title: 'Plumbing', at: 'plumbing', children });
  });
};

type Props = { c: Context<DeskEnv>; deps: DeskDeps; around: Around };

const Overview = ({ c, deps, around }: Props) => {
  const { base } = deskOf(c);
  const { config } = deps;
  const zone = config.shopTimeZone;
  const at = `${base}/desk/plumbing`;
  const { incoming, providers } = around;
  return (
    <>
      <PlumbingNav c={c} at="" />
      <section id="plumbing" className="columns" data-fresh="">
        <Part title="This system">
          <SystemFacts around={around} zone={zone} temporalUiUrl={config.temporalUiUrl} />
        </Part>
        <Part title="What stands still">
          <OverdueFacts overdue={around.overdue} base={base} />
        </Part>
        <Part
          title="Payment provider (Stripe)"
          more={{ href: `${at}/webhooks?sender=stripe`, says: 'Its webhooks' }}
        >
          <ProviderFacts
            {...{ sender: 'stripe', incoming, providers, zone }}
            isSecretSet={config.stripe.webhookSecrets.length > 0}
          />
        </Part>
        <Part
          title="Mail provider (Resend)"
          more={{ href: `${at}/webhooks?sender=resend`, says: 'Its webhooks' }}
        >
          <ProviderFacts
            {...{ sender: 'resend', incoming, providers, zone }}
            isSecretSet={config.resend.webhookSecrets.length > 0}
          />
        </Part>
        <Part title="Webhooks out" more={{ href: `${at}/endpoints`, says: 'Endpoints' }}>
          <EndpointFacts endpoints={around.endpoints} at={at} zone={zone} />
        </Part>
        <Part title="Shops" more={{ href: `${at}/shops`, says: 'Shops' }}>
          <ShopFacts shops={around.shops} at={at} zone={zone} />
        </Part>
        <Part title="Uploads" more={{ href: `${at}/uploads`, says: 'Uploads' }}>
          <UploadFacts uploads={around.uploads} at={at} zone={zone} />
        </Part>
        <Part title="Reconciliation" more={{ href: `${at}/books`, says: 'Differences' }}>
          <BooksFacts books={around.books} at={at} zone={zone} />
        </Part>
        <Part title="Social accounts">
          <Known value={around.accounts}>
            {(accounts) => <AccountFacts accounts={accounts} zone={zone} />}
          </Known>
        </Part>
      </section>
    </>
  );
};

type SystemProps = { around: Around; zone: string; temporalUiUrl: string };

const SystemFacts = ({ around, zone, temporalUiUrl }: SystemProps) => (
  <Facts
    facts={[
      [
        'PostgreSQL',
        <span key="postgresql">
          <State of={around.postgresql} /> {around.server?.version}
        </span>,
      ],
      [
        'Temporal',
        <span key="temporal">
          <State of={around.temporal} /> <a href={temporalUiUrl}>Temporal UI</a>
        </span>,
      ],
      ['Version', around.version ?? 'not known'],
      [
        'Migrations',
        around.server ? (
          <span key="migrations">
            {around.server.migrations}, the newest made{' '}
            <Wall at={around.server.migratedAt} zone={zone} none="at no known time" />
          </span>
        ) : (
          'not known just now'
        ),
      ],
    ]}
  />
);

type Parts = { at: string; zone: string };

const EndpointFacts = ({ endpoints, at, zone }: Pick<Around, 'endpoints'> & Parts) => (
  <Known value={endpoints}>
    {(all) =>
      all.length === 0 ? (
        <p className="muted">Nobody is told of events.</p>
      ) : (
        <Facts
          facts={all.slice(0, mostShown).map(({ endpointId, state, disabledBecause, ...rest }) => [
            endpointId,
            <span key={endpointId}>
              <a href={`${at}/endpoints/${encodeURIComponent(endpointId)}`}>
                <State of={rest.failingSince !== null && state === 'enabled' ? 'failing' : state} />
              </a>{' '}
              {disabledBecause !== null && `(${disabledBecause}) `}
              still to be told: <Waiting {...rest} zone={zone} />
            </span>,
          ])}
        />
      )
    }
  </Known>
);

/** The page of each kind has all of them. */
const mostShown = 10;

const ShopFacts = ({ shops, at, zone }: Pick<Around, 'shops'> & Parts) => (
  <Known value={shops}>
    {(all) =>
      all.length === 0 ? (
        <p className="muted">No shop on a hosted platform is connected.</p>
      ) : (
        <Facts
          facts={all.slice(0, mostShown).map(({ id, state, lastPullAt, lastError, ...rest }) => [
            id,
            <span key={id}>
              <a href={`${at}/shops/${encodeURIComponent(id)}`}>
                <State of={state} />
              </a>{' '}
              last pull: <Wall at={lastPullAt} zone={zone} none="none yet" />; last delivery:{' '}
              <Wall at={rest.lastDeliveryAt} zone={zone} none="none yet" />; to be looked at:{' '}
              <Waiting {...rest} zone={zone} />
              {lastError !== null && <>. {lastError}</>}
            </span>,
          ])}
        />
      )
    }
  </Known>
);

const UploadFacts = ({ uploads, at, zone }: Pick<Around, 'uploads'> & Parts) => (
  <Known value={uploads}>
    {(all) => {
      const running = all.filter(({ endedAt }) => endedAt === null);
      const last = all.find(({ endedAt }) => endedAt !== null);
      return (
        <Facts
          facts={[
            ['Under way', running.length === 0 ? 'none' : String(running.length)],
            [
              'Last ended',
              last ? (
                <span key="last">
                  <a href={`${at}/uploads/${encodeURIComponent(last.importId)}`}>{last.kind}</a>,{' '}
                  <Wall at={last.endedAt} zone={zone} none="" />, {last.failed} of {last.total} rows
                  failed
                </span>
              ) : (
                'none in the last 30 days'
              ),
            ],
          ]}
        />
      );
    }}
  </Known>
);

const BooksFacts = ({ books, at, zone }: Pick<Around, 'books'> & Parts) => (
  <Known value={books}>
    {({ run, counts }) => {
      const found = Object.values(counts).reduce((sum, count) => sum + count, 0);
      return (
        <Facts
          facts={[
            [
              'Last finished',
              <Wall key="at" at={run?.finishedAt ?? null} zone={zone} none="never" />,
            ],
            [
              'Differences',
              <a key="found" href={`${at}/books`}>
                {found}
              </a>,
            ],
          ]}
        />
      );
    }}
  </Known>
);
