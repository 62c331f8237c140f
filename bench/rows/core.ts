import { adasLamp, day } from '../../test/support/cast.ts';
import {
  authorized,
  firm,
  leased,
  sent,
  snapshot,
  stockChanged,
  units,
} from '../../test/support/facts.ts';
import { type Backorder, open } from '../../workflows/domain/backorder/backorder.ts';
import type { Fact } from '../../workflows/domain/backorder/fact.ts';
import type { Request } from '../../workflows/domain/backorder/request.ts';
import { decide } from '../../workflows/domain/decide.ts';
import { evolve } from '../../workflows/domain/evolve.ts';
import { plan } from '../../workflows/domain/plan.ts';
import { timesPerCoreSecond } from '../load/clients.ts';
import { atLeast, type Figure } from '../report/figure.ts';
import { compare } from '../report/measure.ts';

/** Until the compiler, which works aside and may have to wait for a core, has done its part. */
const warmUpMs = 5_000;

const what = 'decide + evolve + plan, on one core';

/** Takes each moment of Ada's wait in turn: a request, the next fact, and what is to be done. */
export const core = async (): Promise<Figure[]> => {
  const moments = momentsOf(facts);
  let next = 0;
  const live = () => {
    const { state, fact, request } = moments[next++ % moments.length] as Moment;
    return [decide(state, request, fact.at), plan(evolve(state, fact), fact.at)];
  };
  timesPerCoreSecond(warmUpMs, live);
  const copy = () => JSON.parse(JSON.stringify((moments[next++ % moments.length] as Moment).state));
  timesPerCoreSecond(warmUpMs, copy);
  const measured = await compare(what, {
    subject: async () => timesPerCoreSecond(1_000, live),
    floor: async () => timesPerCoreSecond(1_000, copy),
    floorIs: 'the same state to JSON and back',
  });
  return [{ what, unit: '/s', ...measured, bar: atLeast(1) }];
};

type Moment = { state: Backorder; fact: Fact; request: Request };

const momentsOf = (lived: readonly Fact[]): Moment[] => {
  let state = open(adasLamp);
  return lived.map((fact, index) => {
    const moment = { state, fact, request: requests[index % requests.length] as Request };
    state = evolve(state, fact);
    return moment;
  });
};

const requests: readonly Request[] = [
  { type: 'CancelBackorder', cancelId: 'c1', by: 'customer', lines: null },
  { type: 'ReportShipment', shipmentId: 's2', lines: null },
  { type: 'ChangePromise', promiseId: 'p2', on: '2027-02-15', statedAt: day(20), isSupply: false },
];

const mailDays = [18, 36, 39, 46, 50, 52];

const mails = mailDays.map((days) => ({
  key: `countdown:${days}`,
  kind: 'countdown' as const,
  at: day(days),
  until: day(days + 1),
}));

const shipped = { type: 'ship', actId: 's1', lines: units(1) } as const;

const facts: readonly Fact[] = [
  sent('confirmation', 'confirmation'),
  { type: 'TimetableMade', at: day(0), planNumber: 1, entries: mails },
  ...mails.map(({ key, kind, at }) => sent(key, kind, at)),
  stockChanged(snapshot(2, { waiting: 0 }, leased('l1', 1)), day(52)),
  ...authorized('i1', { leaseId: 'l1', amount: 13_800, at: day(52), holdUntil: day(59) }),
  stockChanged(snapshot(3, { waiting: 0 }, firm('l1', 1)), day(52)),
  sent('ready-to-ship:l1', 'ready-to-ship', day(52)),
  { type: 'ShipmentAccepted', at: day(53), act: { ...shipped } },
  {
    type: 'StockActApplied',
    at: day(53),
    actId: 's1',
    snapshot: snapshot(4, { waiting: 0, shipped: 1 }),
    lines: units(1),
    short: false,
  },
  { type: 'PaymentCaptured', at: day(53), intentId: 'i1', captured: 13_800 },
  sent('shipped:s1', 'shipped', day(53)),
];
