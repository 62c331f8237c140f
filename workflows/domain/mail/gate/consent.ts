import { classOf, type MessageKind } from '../../backorder/message-kind.ts';
import type { LocalDay } from './window.ts';

/** Who would read it, and what they want to read. */
export type Reader = {
  hasAddress: boolean;
  isErased: boolean;
  /** In a trial, only some addresses get mail at all. */
  isOutsideTrial: boolean;
  /** Drawn to be told of no excitement, so that its worth can be measured. */
  isControl: boolean;
  isSuppressed: boolean;
  wantsUpdates: boolean;
  /** The first day on which mail may go again, if they paused it. */
  pausedUntil: LocalDay | null;
};

export type ConsentReason =
  | 'no_address'
  | 'erased'
  | 'trial'
  | 'suppressed'
  | 'unsubscribed'
  | 'control';

/** Why this reader gets no such mail, whatever the hour; undefined if they may. */
export const reasonNotToWrite = (kind: MessageKind, reader: Reader): ConsentReason | undefined => {
  if (reader.isErased) return 'erased';
  if (!reader.hasAddress) return 'no_address';
  if (reader.isOutsideTrial) return 'trial';
  if (classOf(kind) !== 'relationship') return undefined;
  if (reader.isSuppressed) return 'suppressed';
  if (!reader.wantsUpdates) return 'unsubscribed';
  return kind === 'excitement' && reader.isControl ? 'control' : undefined;
};
