import type { Pace } from './pace.ts';
import type { Limits, Mail, MailAnswer, MailProvider } from './provider.ts';

/** Gives the provider a mail, and lets all workers hear of the limits that it tells of. */
export const handOver = async (
  { provider, pace }: { provider: MailProvider; pace?: Pace | undefined },
  mail: Mail,
  { idempotencyKey }: { idempotencyKey: string },
): Promise<MailAnswer> => {
  let limits: Limits | undefined;
  const heed = (told: Limits) => {
    limits = told;
  };
  const answer = await provider.send(mail, { idempotencyKey, heed });
  // The next answer says it again.
  if (limits) await pace?.heed(limits).catch(() => undefined);
  return answer;
};
