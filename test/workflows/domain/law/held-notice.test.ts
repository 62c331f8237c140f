import { describe, expect, it } from 'vitest';
import type { Backorder } from '../../../../workflows/domain/backorder/backorder.ts';
import type { Fact } from '../../../../workflows/domain/backorder/fact.ts';
import { evolve } from '../../../../workflows/domain/evolve.ts';
import { saidInLaw } from '../../../../workflows/domain/law/tell.ts';
import { adasLamp } from '../../../support/cast.ts';
import { promise, worldIn } from '../../../support/world/law.ts';

describe('a notice that waits for the morning', () => {
  const key = 'delay-notice:later';

  const following = (state: Backorder, ...facts: Fact[]): Backorder => facts.reduce(evolve, state);

  it('says what follows from what was agreed to at night', () => {
    const world = worldIn('US', adasLamp);
    promise(world, 's', '2027-02-20');
    const at = world.now;
    const moved = { promiseId: 'later', on: '2027-03-20', statedAt: at, isSupply: true };
    const kind = 'delay-notice';
    const said = { wordId: 'answer/a', accept: true, until: '2027-02-20', channel: 'page' };
    const held = following(
      world.state,
      { type: 'PromiseChanged', at, ...moved },
      { type: 'MailBegun', at, key, isCharged: true },
      {
        type: 'MessageHeld',
        at,
        key,
        kind,
        dueAt: at,
        askedAt: at,
        until: at,
        reason: 'quiet_hours',
      },
      { type: 'NoticeAnswered', at, ...said, receivedAt: at },
    );
    const [mail] = held.mail.owed.filter((each) => each.key === key);
    if (mail?.kind !== kind) throw new Error('the notice is owed');
    expect(saidInLaw(held, mail)).toMatchObject({ kind: 'later', answerOn: '2027-02-20' });
    const sent = following(
      held,
      { type: 'MailBegun', at, key, isCharged: true },
      { type: 'MessageDecided', at, key, kind, decision: 'sent' },
    );
    expect(sent.law.notices.at(-1)).toMatchObject({ key, deadlineOn: '2027-02-20' });
  });
});
