import type { Logger } from 'pino';
import type { ReactNode } from 'react';
import { within } from '../parts/within.ts';

/** A part that takes longer leaves the rest of the page alone. */
const patienceMs = 1_500;

/** What a look has seen, or undefined if it failed or took too long. Never throws. */
export const soon = async <T,>(
  logger: Pick<Logger, 'warn'>,
  look: () => Promise<T>,
  withinMs: number = patienceMs,
): Promise<T | undefined> => {
  try {
    return await within(withinMs, look());
  } catch (error) {
    logger.warn({ err: error }, 'a part of the plumbing is not known just now');
    return undefined;
  }
};

/** What a part shows, or that it is not known. */
export const Known = <T,>({
  value,
  children,
}: {
  value: T | undefined;
  children: (value: T) => ReactNode;
}) => (value === undefined ? <p className="muted">Not known just now.</p> : children(value));
