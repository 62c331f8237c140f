import type { z } from '@hono/zod-openapi';
import type { NotedChange } from '../../../db/mail/preferences.ts';
import type { preferences } from '../../mail/preferences-schema.ts';
import type { Desk } from '../env.ts';
import { Facts } from '../parts/badge.tsx';
import { Field } from '../parts/field.tsx';
import { Filter } from '../parts/filter.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { Table } from '../parts/table.tsx';
import { Day, When } from '../parts/when.tsx';
import { listOf, room, Tabs } from './tabs.tsx';

export type Preferred = z.output<typeof preferences>;

type Asked = { desk: Desk; email?: string; fault?: string };

/** Asks whose preferences they are. */
export const PreferencesSearch = ({ desk, email = '', fault }: Asked) => (
  <>
    <Tabs desk={desk} at={`${room}/preferences`} />
    <Filter path={`${desk.base}${room}/preferences`}>
      <Field
        name="email"
        label="Address"
        type="email"
        value={email}
        fault={fault}
        required
        maxLength={320}
      />
    </Filter>
  </>
);

type Props = { desk: Desk; zone: string; found: Preferred; changes: NotedChange[] };

/** What an address wants to hear, and who has said so. */
export const PreferencesPage = ({ desk, zone, found, changes }: Props) => {
  const { email, topics, pausedUntil, changedAt, by } = found;
  return (
    <>
      <PreferencesSearch desk={desk} email={email} />
      <div className="panel">
        <h2>
          <bdi>{email}</bdi>
        </h2>
        <Facts
          facts={[
            ['Updates while they wait', topics.updates ? 'wanted' : 'not wanted'],
            ['Other products', topics.offers ? 'wanted' : 'not wanted'],
            ['Paused until', <Day key="pause" on={pausedUntil} none="not paused" />],
            [
              'Changed',
              changedAt === null ? (
                'never: as the customer said at checkout'
              ) : (
                <span key="changed">
                  <When at={changedAt} zone={zone} /> by {channelWords[by ?? 'support']}
                </span>
              ),
            ],
          ]}
        />
        <p className="buttons">
          <a
            className="button"
            href={`${desk.base}${room}/preferences/change?${new URLSearchParams({ email })}`}
          >
            Change them
          </a>
          <a href={listOf(desk, { email })}>Every message to this address</a>
          <a href={`${desk.base}${room}/suppressions?${new URLSearchParams({ email })}`}>
            Whether it is suppressed
          </a>
        </p>
      </div>
      <Changes desk={desk} zone={zone} changes={changes} />
    </>
  );
};

const Changes = ({ desk, zone, changes }: Omit<Props, 'found'>) => (
  <Table
    caption="Changes, the newest first"
    columns={[
      { head: 'When', isHead: true, cell: ({ at }) => <When at={at} zone={zone} /> },
      { head: 'By', cell: ({ by }) => channelWords[by] },
      { head: 'What', cell: ({ change }) => changeWords(change) },
      {
        head: 'Order',
        cell: ({ orderId }) =>
          orderId === null ? (
            <span className="muted">none</span>
          ) : (
            <OrderLink base={desk.base} orderId={orderId} />
          ),
      },
    ]}
    rows={changes}
    keyOf={({ at, change }) => `${at} ${JSON.stringify(change)}`}
    none="Nobody has changed anything: the defaults hold."
  />
);

const channelWords = {
  page: 'the customer, on their page',
  'one-click': 'the customer, by the mail program',
  support: 'the shop',
  checkout: 'the customer, at checkout',
};

const changeWords = ({ updates, offers, pausedUntil }: NotedChange['change']): string =>
  [
    updates === undefined ? [] : [updates ? 'wants updates' : 'wants no updates'],
    offers === undefined ? [] : [offers ? 'wants other products' : 'wants no other products'],
    pausedUntil === undefined
      ? []
      : [pausedUntil === null ? 'ends the pause' : `pauses until ${pausedUntil}`],
  ]
    .flat()
    .join(', ');
