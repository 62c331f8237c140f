import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepSpells } from '../../api/updates/spell.ts';
import { day } from '../../workflows/calendar/format.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import { addDays, type CivilDate } from '../../workflows/domain/time.ts';
import { publishAll } from '../api/updates/publication.ts';
import { checkout, emailOf, today, zoneAtNoon } from '../support/lives/story.ts';
import { pageText } from '../support/page/cardholder.ts';
import { patienceMs } from '../support/patience.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** So many orders take a while, and midnight may come meanwhile. */
const began = today();
const inDays = (days: number): CivilDate => addDays(began, days);

/** One SKU with one order. Days are counted from today; null: nobody knows one. */
type Case = {
  sku: string;
  handlingDays: number;
  /** When its supply was said to arrive; undefined: none was announced. */
  first: number | null | undefined;
  /** When it is said to arrive since; undefined: as before. */
  then: number | null | undefined;
};

/** The same ones each time (a linear congruence, as in Numerical Recipes). */
const createChance = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const anyCases = (count: number): Case[] => {
  const chance = createChance(20_261_127);
  const between = (least: number, most: number) =>
    least + Math.floor(chance() * (most - least + 1));
  return Array.from({ length: count }, (_, index) => {
    const kind = chance();
    const first =
      kind < 0.1
        ? undefined
        : kind < 0.2
          ? null
          : kind < 0.3
            ? between(-40, -3)
            : kind < 0.45
              ? between(370, 700)
              : between(3, 300);
    const moves = typeof first === 'number' && first > 0 && chance() < 0.4;
    const then = moves ? (chance() < 0.2 ? null : first + between(1, 120)) : undefined;
    return { sku: `SKU-${index}`, handlingDays: between(0, 4), first, then };
  });
};

const cases = anyCases(200);

/** The day that every surface has to say: that of the supply as it was announced last. */
const dayOf = ({ first, then, handlingDays }: Case): CivilDate | null => {
  const arrives = then === undefined ? first : then;
  if (arrives === undefined || arrives === null || arrives < 0) return null;
  return addDays(inDays(arrives), handlingDays);
};

/** Where there is no ship-to, a year is counted from the day of the shop. */
const inAYear = (): CivilDate => addDays(civilDateIn(new Date().toISOString(), 'UTC'), 365);

/** A few at a time, as customers come. */
const forEach = async <T>(items: readonly T[], work: (item: T) => Promise<unknown>) => {
  const left = [...items];
  const next = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, next));
};

const announce = async (sku: string, days: number | null): Promise<void> => {
  const { status } = await system.call('PUT', `/v1/supplies/of-${sku}`, {
    ...{ sku, quantity: 3, basis: 'the factory', share: true, note: 'As the factory says' },
    expectedOn: days === null ? null : inDays(days),
  });
  expect(status).toBe(200);
};

const live = async ({ sku, handlingDays, first }: Case): Promise<void> => {
  await system.call('PUT', `/v1/products/${sku}`, { title: `Thing ${sku}`, handlingDays });
  if (first !== undefined) await announce(sku, first);
  const wish = { orderId: sku, sku, promiseIn: null, timeZone: zoneAtNoon() };
  expect((await checkout(system, wish)).status).toBe(201);
};

const untilSent = (count: number) =>
  expect
    .poll(
      async () => {
        const rows = await system.db.sql`
          select from messages where decision = 'sent' and kind in ('confirmation', 'delay-notice')`;
        return rows.length;
      },
      { timeout: 4 * patienceMs, interval: 250 },
    )
    .toBe(count);

type Offer = { sku: string; state: string; shipsOn: CivilDate | null; text: string };

const listOffers = async (): Promise<Map<string, Offer>> => {
  const offers = new Map<string, Offer>();
  for (let begin = 0; begin < cases.length; begin += 50) {
    const asked = cases.slice(begin, begin + 50).map(({ sku }) => `sku=${sku}`);
    const { body } = await system.call('GET', `/v1/availability?${asked.join('&')}`);
    for (const offer of body.data) offers.set(offer.sku, offer);
  }
  return offers;
};

const listRows = async (): Promise<Map<string, string[]>> => {
  const { body } = await system.call('GET', '/feeds/availability.tsv');
  const rows = String(body).trim().split('\n').slice(1);
  return new Map(rows.map((row) => [row.split('\t')[0] ?? '', row.split('\t')]));
};

const lastMail = async (orderId: string): Promise<string> =>
  (await system.inbox(emailOf(orderId))).at(-1)?.text ?? '';

/** What everybody may read about one SKU, besides the two that list all of them. */
const readAll = async ({ sku }: Case) => {
  const [data, feed] = await Promise.all([
    system.call('GET', `/v1/structured-data/${sku}`),
    system.call('GET', `/feeds/updates.json?sku=${sku}`),
  ]);
  const [page, mail] = [await pageText(system, sku), await lastMail(sku)];
  const items: { title: string; content_text: string }[] = feed.body.items;
  return {
    starts: (data.body.offers.availabilityStarts?.slice(0, 10) as string | undefined) ?? null,
    onBackorder: items.find(({ title }) => title.endsWith(': on backorder'))?.content_text,
    // The newest about the delivery; its first sentence says the day that holds.
    delivery: items.find(({ title }) => !title.endsWith(': on backorder'))?.content_text,
    ...{ page, mail },
  };
};

it(
  'says one date of each of 200 SKUs, wherever anybody reads it',
  async () => {
    await forEach(cases, live);
    await untilSent(cases.length);
    await publishAll(system.db);
    const moved = cases.filter(({ then }) => then !== undefined);
    await forEach(moved, ({ sku, then }) => announce(sku, then ?? null));
    await untilSent(cases.length + moved.length);
    await publishAll(system.db);
    while (await keepSpells(system.db, { timeZone: 'UTC', everyMs: 0 })) {
      const left = await system.db.sql`
      select from updates where kind = 'backorder' and check_at < now() - interval '20 seconds'`;
      if (left.length === 0) break;
    }
    // What answers from memory has forgotten by then.
    await sleep(1_100);
    const [offers, rows] = [await listOffers(), await listRows()];
    const wrong: unknown[] = [];
    await forEach(cases, async (one) => {
      const on = dayOf(one);
      const words = on === null ? null : day(on, 'en-US');
      const says = (text: string | undefined) =>
        words === null
          ? !/\b20\d\d\b/.test((text ?? '').split('.')[0] ?? '')
          : text?.includes(words);
      const { starts, onBackorder, delivery, page, mail } = await readAll(one);
      const offer = offers.get(one.sku);
      const [, state, date] = rows.get(one.sku) ?? [];
      const isNear = on !== null && on <= inAYear();
      const checks = {
        availability: offer?.shipsOn === on && offer?.state === 'backorder',
        widget: says(offer?.text),
        structuredData: starts === on,
        feed: isNear
          ? state === 'backorder' && date?.slice(0, 10) === on
          : state === 'out_of_stock',
        onBackorder: says(onBackorder),
        delivery:
          delivery === undefined ? on === null : on === null || delivery.includes(words ?? ''),
        page: words === null ? !isAnyDayOf(one, page) : page.includes(words),
        mail: words === null ? !isPromised(one, mail) : mail.includes(words),
      };
      const failed = Object.entries(checks).filter(([, holds]) => !holds);
      if (failed.length > 0) wrong.push({ ...one, on, failed: failed.map(([name]) => name) });
    });
    expect(wrong).toEqual([]);
    expect(cases.filter((one) => dayOf(one) === null).length).toBeGreaterThan(20);
    expect(moved.length).toBeGreaterThan(20);
  },
  8 * patienceMs,
);

/** Where no date holds, a page names none that ever was, but for the one that it takes back. */
const isAnyDayOf = ({ first, then, handlingDays }: Case, text: string): boolean =>
  then === undefined &&
  typeof first === 'number' &&
  text.includes(day(addDays(inDays(first), handlingDays), 'en-US'));

const isPromised = (one: Case, text: string): boolean => text === '' || isAnyDayOf(one, text);
