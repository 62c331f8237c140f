import { ActivityFailure, ApplicationFailure, proxyActivities, sleep } from '@temporalio/workflow';
import { messageWords } from './domain/desk/message-words.ts';
import { minuteMs } from './domain/time.ts';
import type { Letter, LetterEnd, SendLetter, SpecimenLetter } from './messages.ts';

const { sendLetter } = proxyActivities<{ sendLetter: SendLetter }>({
  scheduleToCloseTimeout: '5 minutes',
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout: '5 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '15 seconds' },
});

/** A mail that no backorder sends by itself. It tries until the mail is out or given up. */
export async function letter(letter: Letter | SpecimenLetter): Promise<LetterEnd> {
  for (let tries = 0; ; tries++) {
    try {
      return await sendLetter.executeWithOptions({ summary: messageWords[letter.kind] }, [letter]);
    } catch (error) {
      if (!mayPass(error)) throw error;
    }
    await sleep(pauseMs(tries), { summary: 'tries again' });
  }
}

const mayPass = (error: unknown): boolean =>
  error instanceof ActivityFailure &&
  !(error.cause instanceof ApplicationFailure && error.cause.nonRetryable);

/** As long as a backorder waits: 1, 2, 4, … up to 30 minutes. */
const pauseMs = (tries: number): number => Math.min(2 ** tries, 30) * minuteMs;
