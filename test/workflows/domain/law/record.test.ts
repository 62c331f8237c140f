import { describe, expect, test } from 'vitest';
import { open } from '../../../../workflows/domain/backorder/backorder.ts';
import type { Fact } from '../../../../workflows/domain/backorder/fact.ts';
import type { LawState, Notice } from '../../../../workflows/domain/backorder/law.ts';
import { messageKinds } from '../../../../workflows/domain/backorder/message-kind.ts';
import type { StockAct } from '../../../../workflows/domain/backorder/stock-act.ts';
import { evolve } from '../../../../workflows/domain/evolve.ts';
import { evidenceAtStart, evidenceOf } from '../../../../workflows/domain/law/record.ts';
import { adasLamp, bensMugs, day, heldByShop } from '../../../support/cast.ts';
import { snapshot, units } from '../../../support/facts.ts';
import { hint, mugs } from '../../../support/upfront.ts';
import type { World } from '../../../support/world/effects.ts';
import { refundByHand } from '../../../support/world/provider.ts';
import { ask, cancel, createWorld, restock, settle, ship } from '../../../support/world/world.ts';

const notice: Notice = {
  ...{ kind: 'first_within_30', newOn: '2027-02-01', silence: 'consents', before: '2027-01-15' },
  ...{ answerOn: '2027-02-01', deadlineOn: '2027-02-01', key: 'delay-notice:p2', promiseId: 'p2' },
  ...{ sentAt: day(1), answer: null, isPast: false },
};

/** What a fact adds to the evidence of Ada's order, if the law stands like this. */
const noted = (fact: Fact, law: Partial<LawState> = {}, ...acts: Fact[]) => {
  const opened = open(adasLamp);
  const begun = { ...opened, law: { ...opened.law, ...law } };
  const state = acts.reduce(evolve, begun);
  return evidenceOf(fact, state, evolve(state, fact));
};

const word = { wordId: 'answer/1', channel: 'page', receivedAt: day(2), at: day(3) };

describe('what becomes evidence', () => {
  test('is the promise of the checkout, from the beginning', () => {
    expect(evidenceAtStart(open(adasLamp))).toEqual([
      {
        ...{ key: 'promise/p1', at: adasLamp.placedAt, type: 'promise', promiseId: 'p1' },
        ...{ on: '2027-01-15', statedAt: adasLamp.placedAt },
      },
    ]);
    expect(evidenceAtStart(open(bensMugs))).toEqual([]);
  });

  test('is each promise that is accepted, once', () => {
    const changed: Fact = {
      ...{ type: 'PromiseChanged', at: day(2), promiseId: 'p2', on: null },
      ...{ statedAt: day(1), isSupply: true },
    };
    expect(noted(changed)).toEqual([
      {
        ...{ key: 'promise/p2', at: day(2), type: 'promise', promiseId: 'p2' },
        ...{ on: null, statedAt: day(1) },
      },
    ]);
    expect(noted(changed, {}, changed)).toEqual([]);
  });

  test.each([
    [{ type: 'NoticeAnswered', accept: true, until: '2027-02-01' }, 'accepted', '2027-02-01'],
    [{ type: 'NoticeAnswered', accept: true, until: 'open' }, 'accepted', 'open'],
    [{ type: 'NoticeAnswered', accept: false, until: null }, 'refused', null],
    [{ type: 'FurtherPeriodSet', until: '2027-03-01' }, 'further_period', '2027-03-01'],
  ])('is what a customer says of a notice, with time and channel: %j', (said, answer, until) => {
    expect(noted({ ...word, ...said } as Fact, { notices: [notice] })).toEqual([
      {
        ...{ key: 'answer/answer/1', at: day(3), type: 'answer', answer, until },
        ...{ channel: 'page', receivedAt: day(2), notice: 'delay-notice:p2' },
      },
    ]);
  });

  test('is a withdrawal, which answers nothing', () => {
    expect(noted({ ...word, type: 'ContractWithdrawn', shipped: 'nothing' })).toEqual([
      {
        ...{ key: 'answer/answer/1', at: day(3), type: 'answer', answer: 'withdrawn', until: null },
        ...{ channel: 'page', receivedAt: day(2), notice: null },
      },
    ]);
  });

  test('is a mail that the law cares about, once it is out', () => {
    const decided = (kind: (typeof messageKinds)[number], decision: 'sent' | 'failed'): Fact => ({
      ...{ type: 'MessageDecided', at: day(1), key: `${kind}:1`, kind, decision },
    });
    const legal = messageKinds.filter((kind) => noted(decided(kind, 'sent')).length > 0);
    expect(legal).toEqual(['delay-notice', 'delay-answer', 'withdrawal', 'cancelled', 'refunded']);
    expect(noted(decided('delay-notice', 'sent'))).toEqual([
      { key: 'notice/delay-notice:1', at: day(1), type: 'notice', mail: 'delay-notice:1' },
    ]);
    expect(noted(decided('delay-notice', 'failed'))).toEqual([]);
  });

  test('is a cancellation by law, with the day that passed and the day of the refund', () => {
    const act: StockAct = {
      ...{ type: 'cancel', actId: 'law/2027-01-15/1', by: 'law', cause: 'law', lines: null },
      endedOn: '2027-01-15',
    };
    const accepted: Fact = { type: 'CancellationAccepted', at: day(54), act };
    const applied: Fact = {
      ...{ type: 'StockActApplied', at: day(54), actId: act.actId, lines: units(1), short: false },
      ...{ snapshot: snapshot(2, { cancelled: 1 }), refundBy: day(65) },
    };
    expect(noted(applied, {}, accepted)).toEqual([
      {
        ...{ key: `cancellation/${act.actId}`, at: day(54), type: 'cancellation' },
        ...{ cancelId: act.actId, by: 'law', cause: 'law', endedOn: '2027-01-15' },
        ...{ lines: units(1), refundBy: day(65) },
      },
    ]);
    expect(noted({ ...applied, lines: [] }, {}, accepted)).toEqual([]);
    expect(noted(applied)).toEqual([]);
  });
});

describe('what is done with goods and money', () => {
  const of = (world: World, type: string) => world.evidence.filter((each) => each.type === type);

  test('is a shipment of what the ledger let go', () => {
    const world = createWorld(bensMugs);
    restock(world, 3);
    ship(world, 's1', units(1));
    ship(world, 's2');
    expect(of(world, 'shipment')).toMatchObject([
      { key: 'shipment/s1', shipmentId: 's1', lines: units(1) },
      { key: 'shipment/s2', shipmentId: 's2', lines: units(2) },
    ]);
  });

  test('is a refund by us, after the customer cancelled', () => {
    const world = mugs(100, 100, null);
    settle(world);
    cancel(world, 'c1');
    expect(of(world, 'cancellation')).toMatchObject([
      { cancelId: 'c1', by: 'customer', cause: null, endedOn: null, lines: units(3) },
    ]);
    expect(of(world, 'refund')).toMatchObject([{ intentId: 'upfront', amount: 100, by: 'us' }]);
    expect(of(world, 'notice')).toMatchObject([
      { mail: 'cancelled:c1' },
      { mail: 'refunded:upfront:us:100' },
    ]);
  });

  test('is a refund by hand, and what a bank took back', () => {
    const world = mugs(100, 100, null);
    restock(world, 3);
    refundByHand(world.provider, 'upfront', 30);
    hint(world, 'upfront');
    const intent = world.provider.intents.upfront;
    if (intent) Object.assign(intent, { isDisputed: true, lost: 70 });
    hint(world, 'upfront');
    hint(world, 'upfront');
    expect(of(world, 'refund')).toMatchObject([
      { amount: 30, by: 'hand' },
      { amount: 70, by: 'bank' },
    ]);
  });

  test('is a refund on the word of the shop that holds the money', () => {
    const world = createWorld(heldByShop(bensMugs));
    cancel(world, 'c1', units(1));
    cancel(world, 'c2', units(1));
    for (let left = 2; left > 0; left--) {
      ask(world, { type: 'ResolveAttention', code: 'refund_wanted' });
    }
    expect(of(world, 'refund')).toMatchObject([
      { amount: 34, by: 'shop' },
      { amount: 33, by: 'shop' },
    ]);
    expect(new Set(world.evidence.map(({ key }) => key)).size).toBe(world.evidence.length);
  });
});
