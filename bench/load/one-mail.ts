import { condition, sleep } from '@temporalio/workflow';
import type { Call } from '../../activities/call.ts';
import type { MailEffect } from '../../workflows/domain/backorder/effect.ts';
import { createLanes, type Ended } from '../../workflows/lanes.ts';

export type MailCall = Call<Extract<MailEffect, { type: 'sendMail' }>>;

/**
 * What a backorder does whose next mail is due then, in wall time: it waits, and sends that on its
 * mail lane, with the product's own urgency, and again for as long as it cannot be sent yet. Returns
 * what became of it.
 */
export async function oneMail(call: MailCall, dueAtMs: number): Promise<string> {
  const leftMs = dueAtMs - Date.now();
  if (leftMs > 0) await sleep(leftMs);
  for (;;) {
    let ended: Ended | undefined;
    createLanes((each) => {
      ended = each;
    }).start(call);
    await condition(() => ended !== undefined);
    if (ended && ended.done !== 'not yet') {
      const [outcome] = ended.done.flatMap(({ outcomes }) => outcomes);
      return outcome && 'decision' in outcome ? outcome.decision : JSON.stringify(outcome);
    }
  }
}
