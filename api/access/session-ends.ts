import type { SessionEnds } from '../../db/desk/people/sessions.ts';
import { hourMs, minuteMs } from '../../workflows/domain/time.ts';

/** As OWASP's session management advises for work that lasts a day. */
export const sessionEnds: SessionEnds = { idleMs: 30 * minuteMs, absoluteMs: 12 * hourMs };
