import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBluesky } from '../../../api/updates/network/bluesky.ts';
import { createMastodon } from '../../../api/updates/network/mastodon.ts';
import type { SocialAccount } from '../../../api/updates/network/network.ts';
import { createPoster, postNext } from '../../../api/updates/network/post.ts';
import type { Db } from '../../../db/client.ts';
import { noteArrival } from '../../../db/updates/facts.ts';
import { claimPost, countPosts, noteCall } from '../../../db/updates/posts.ts';
import { createFaultPlan, type Fault } from '../../../dev/faults.ts';
import { createBlueskyStandIn } from '../../../dev/social/bluesky.ts';
import { createMastodonStandIn } from '../../../dev/social/mastodon.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { serveApp } from '../../dev/resend/served.ts';
import { publishAll } from './publication.ts';

let db: Db;
const deps = () => ({ db, logger: pino({ level: 'silent' }) });
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(async () => {
  await db.sql`truncate updates, update_posts, products`;
});
afterAll(() => db.close());

/** Both networks, whose clock a test may put on, and what stands there. */
const serveNetworks = async () => {
  const faults = { mastodon: createFaultPlan(), bluesky: createFaultPlan() };
  const clock = { aheadMs: 0 };
  const now = () => new Date(Date.now() + clock.aheadMs);
  const app = new Hono()
    .route(
      '/mastodon',
      createMastodonStandIn({ faults: faults.mastodon, publicUrl: 'http://m.test', now }),
    )
    .route('/bluesky', createBlueskyStandIn({ faults: faults.bluesky, now }));
  const origin = await serveApp(app);
  const accounts = {
    mastodon: createMastodon({ url: `${origin}/mastodon`, token: 'secret', lang: 'en' }),
    bluesky: createBluesky({
      ...{ url: `${origin}/bluesky`, handle: 'shop.test', password: 'secret', lang: 'en' },
    }),
  };
  // biome-ignore lint/suspicious/noExplicitAny: JSON of any shape.
  const read = async (path: string): Promise<any> => {
    const answer = await fetch(`${origin}${path}`, { headers: { Authorization: 'Bearer x' } });
    return answer.json();
  };
  const posted = async (network: Name): Promise<number> =>
    network === 'mastodon'
      ? (await read('/mastodon/api/v1/accounts/1/statuses?limit=40')).length
      : (await read('/bluesky/xrpc/com.atproto.repo.listRecords')).records.length;
  const fail = (network: Name, fault: string, times = 1, match = paths[network]) =>
    faults[network].append([{ match, times, fault } satisfies Fault]);
  return { accounts, posted, fail, clock, read };
};

type Name = 'mastodon' | 'bluesky';
const paths: Record<Name, string> = {
  mastodon: 'POST /api/v1/statuses',
  bluesky: 'POST /xrpc/com.atproto.repo.putRecord',
};

const arrive = async (...accounts: SocialAccount[]): Promise<void> => {
  const arrival = { restockId: randomUUID(), sku: 'LAMP', note: 'All here @everyone' };
  await noteArrival(db.sql, { ...arrival, receivedAt: '2026-11-23T10:00:00.000Z' });
  await publishAll(db, { accounts });
};

/** Lets whatever was put off, or is claimed by a process that died, be due. */
const later = () => db.sql`update update_posts set not_before = now(), claimed_until = null`;

/** Tries until nothing is waiting any more; gives up after a few rounds. */
const work = async (account: SocialAccount, rounds = 4): Promise<void> => {
  for (let round = 0; round < rounds; round++) {
    await postNext(deps(), account);
    await later();
  }
};

const states = async (): Promise<string[]> => {
  const rows = await db.sql<{ network: string; state: string; reason: string | null }[]>`
    select network, state, reason from update_posts order by created_at, network`;
  return rows.map(({ network, state, reason }) =>
    [network, state, reason].filter(Boolean).join(' '),
  );
};

describe.each(['mastodon', 'bluesky'] as const)('an update on %s', (network) => {
  it('stands there once, with its link', async () => {
    const world = await serveNetworks();
    const account = world.accounts[network];
    await arrive(account);
    await work(account);
    expect(await world.posted(network)).toBe(1);
    expect(await states()).toEqual([`${network} posted`]);
    const [post] = await db.sql<
      { text: string; url: string }[]
    >`select text, url from update_posts`;
    expect(post?.text).toMatch(/^LAMP: a delivery has arrived\n\n/);
    expect(post?.text).toMatch(/\n\nhttp:\/\/meanwhile\.test\/updates\/[\da-f-]{36}$/);
    expect(post?.text).not.toContain('@everyone');
    expect(post?.url).toBeTruthy();
  });

  it.each(['drop-after', 'drop-before', 'status:503', 'status-after:500'])(
    'stands there once after %s',
    async (fault) => {
      const world = await serveNetworks();
      const account = world.accounts[network];
      world.fail(network, fault);
      await arrive(account);
      await work(account);
      expect(await world.posted(network)).toBe(1);
      expect(await states()).toEqual([`${network} posted`]);
    },
  );

  it('stands there once when its process dies before the call, or after it', async () => {
    const world = await serveNetworks();
    const account = world.accounts[network];
    await arrive(account);
    const claim = { account: account.name, leaseMs: 60_000 };
    const before = await claimPost(db.sql, claim);
    if (!before) throw new Error('nothing to claim');
    await noteCall(db.sql, before, { anew: false });
    expect(await postNext(deps(), account)).toBe(false);
    await later();
    const after = await claimPost(db.sql, claim);
    if (!after) throw new Error('nothing to claim again');
    expect(await account.post(after, new AbortController().signal)).toMatchObject({
      outcome: 'posted',
    });
    await later();
    await work(account);
    expect(await world.posted(network)).toBe(1);
    expect(await states()).toEqual([`${network} posted`]);
  });

  it('stands there once when two processes post at once', async () => {
    const world = await serveNetworks();
    const account = world.accounts[network];
    await arrive(account);
    await Promise.all(Array.from({ length: 5 }, () => postNext(deps(), account)));
    expect(await world.posted(network)).toBe(1);
  });

  it('waits as long as the network asks, with all that is to come', async () => {
    const world = await serveNetworks();
    const account = world.accounts[network];
    world.fail(network, 'status:429');
    await arrive(account);
    await arrive(account);
    await postNext(deps(), account);
    expect(await postNext(deps(), account)).toBe(false);
    const waits = await db.sql<{ inMs: number; unsureSince: null }[]>`
      select extract(epoch from not_before - now()) * 1000 as in_ms, unsure_since
      from update_posts`;
    for (const { inMs, unsureSince } of waits) {
      expect(Number(inMs)).toBeGreaterThan(500);
      expect(Number(inMs)).toBeLessThanOrEqual(2_000);
      expect(unsureSince).toBeNull();
    }
    await later();
    await work(account);
    expect(await world.posted(network)).toBe(2);
  });

  it('is given up when it is refused, and counted', async () => {
    const world = await serveNetworks();
    const account = world.accounts[network];
    world.fail(network, 'status:422');
    await arrive(account);
    await work(account);
    expect(await world.posted(network)).toBe(0);
    expect(await states()).toEqual([`${network} refused status_422`]);
    expect(await countPosts(db.sql)).toMatchObject([{ network, state: 'refused', count: 1 }]);
  });

  it('is not posted once it is withdrawn, nor a day later', async () => {
    const world = await serveNetworks();
    const account = world.accounts[network];
    await arrive(account);
    await db.sql`update updates set withdrawn_at = now(), withdrawn_because = 'retracted'`;
    await arrive(account);
    await db.sql`
      update updates set published_at = now() - interval '25 hours' where withdrawn_at is null`;
    await work(account);
    expect(await world.posted(network)).toBe(0);
    expect((await states()).toSorted()).toEqual([`${network} dropped`, `${network} refused stale`]);
  });
});

describe.each(['mastodon', 'bluesky'] as const)('an update on %s that is taken back', (network) => {
  it.each([
    ['status:503', 0],
    ['drop-after', 1],
  ])('after %s is not posted by a repetition, and a person is asked', async (fault, stands) => {
    const world = await serveNetworks();
    const account = world.accounts[network];
    world.fail(network, fault);
    await arrive(account);
    await postNext(deps(), account);
    await db.sql`update updates set withdrawn_at = now(), withdrawn_because = 'retracted'`;
    await later();
    await work(account);
    expect(await world.posted(network)).toBe(stands);
    expect(await states()).toEqual([`${network} lost withdrawn`]);
  });
});

describe('a Mastodon whose key is forgotten', () => {
  const anHourLater = async (world: Awaited<ReturnType<typeof serveNetworks>>) => {
    world.clock.aheadMs = 61 * 60_000;
    await db.sql`update update_posts set unsure_since = now() - interval '61 minutes'`;
  };

  it('is searched, and what stands there is not posted again', async () => {
    const world = await serveNetworks();
    const account = world.accounts.mastodon;
    world.fail('mastodon', 'drop-after');
    await arrive(account);
    await postNext(deps(), account);
    await later();
    await anHourLater(world);
    await work(account);
    expect(await world.posted('mastodon')).toBe(1);
    expect(await states()).toEqual(['mastodon posted']);
  });

  it('is searched, and what never came is posted, once more under its key', async () => {
    const world = await serveNetworks();
    const account = world.accounts.mastodon;
    world.fail('mastodon', 'drop-before');
    await arrive(account);
    await postNext(deps(), account);
    await later();
    await anHourLater(world);
    world.fail('mastodon', 'drop-after');
    await work(account);
    expect(await world.posted('mastodon')).toBe(1);
    expect(await states()).toEqual(['mastodon posted']);
  });

  it('is asked again when the search fails, and nothing is posted unseen', async () => {
    const world = await serveNetworks();
    const account = world.accounts.mastodon;
    world.fail('mastodon', 'drop-after');
    await arrive(account);
    await postNext(deps(), account);
    await later();
    await anHourLater(world);
    world.fail('mastodon', 'status:503', 1, 'GET /api/v1/accounts');
    await work(account);
    expect(await world.posted('mastodon')).toBe(1);
    expect(await states()).toEqual(['mastodon posted']);
  });

  it('is left to a person where the token may not search', async () => {
    const world = await serveNetworks();
    const account = world.accounts.mastodon;
    world.fail('mastodon', 'drop-after');
    await arrive(account);
    await postNext(deps(), account);
    await later();
    await anHourLater(world);
    world.fail('mastodon', 'status:403', 1, 'GET /api/v1/accounts');
    await work(account);
    expect(await states()).toEqual(['mastodon lost lookup_status_403']);
  });
});

it('logs in to Bluesky again when its session has ended', async () => {
  const world = await serveNetworks();
  const account = world.accounts.bluesky;
  await arrive(account);
  await postNext(deps(), account);
  world.clock.aheadMs = 3 * 3_600_000;
  await arrive(account);
  await postNext(deps(), account);
  expect(await world.posted('bluesky')).toBe(2);
});

it('leaves to a person what Bluesky has not answered for a day', async () => {
  const world = await serveNetworks();
  const account = world.accounts.bluesky;
  world.fail('bluesky', 'status:503');
  await arrive(account);
  await postNext(deps(), account);
  await later();
  await db.sql`update updates set published_at = now() - interval '25 hours'`;
  await db.sql`update update_posts set unsure_since = now() - interval '25 hours'`;
  await work(account);
  expect(await world.posted('bluesky')).toBe(0);
  expect(await states()).toEqual(['bluesky lost stale']);
});

it('does not post what was before an account was configured', async () => {
  const world = await serveNetworks();
  await arrive();
  await arrive(world.accounts.bluesky);
  await work(world.accounts.bluesky);
  await work(world.accounts.mastodon);
  expect(await world.posted('bluesky')).toBe(1);
  expect(await world.posted('mastodon')).toBe(0);
});

it('is not delayed on one network by another that hangs, and ends at once', async () => {
  const world = await serveNetworks();
  const { mastodon, bluesky } = world.accounts;
  world.fail('mastodon', 'hang', 10);
  await arrive(mastodon, bluesky);
  const posters = [mastodon, bluesky].map((account) => createPoster(deps(), account));
  await expect.poll(() => world.posted('bluesky')).toBe(1);
  const begin = Date.now();
  await Promise.all(posters.map((poster) => poster.close()));
  expect(Date.now() - begin).toBeLessThan(5_000);
  expect(await states()).toEqual(['bluesky posted', expect.stringMatching(/^mastodon waiting/)]);
});
