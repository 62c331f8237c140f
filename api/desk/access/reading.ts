import type { Logger } from 'pino';
import { noteAuditOnce } from '../../../db/desk/people/audit.ts';
import { civilDateIn, startOfDay } from '../../../workflows/calendar/zone.ts';
import type { Operator } from '../../../workflows/domain/desk/role.ts';
import { seesPersonalData } from '../../access/personal-data.ts';
import type { AppDeps } from '../../deps.ts';
import { scopesOf } from './scopes.ts';

/**
 * Writes down what an operator read of whom orders are for: an order once a day, each file. The page
 * never waits for it, and is shown whether it succeeds or not.
 */
export type Reading = {
  /** `orderId` as it stands in an address. */
  order: (orderId: string) => void;
  file: (path: string, query: URLSearchParams) => void;
};

type Deps = Pick<AppDeps, 'db'> & { logger: Pick<Logger, 'warn'>; timeZone: string };

/** Those who see nothing of it read nothing of it. */
export const readingOf = ({ operatorId, role }: Operator, deps: Deps): Reading => {
  const isSeen = seesPersonalData({ scopes: scopesOf[role] });
  const note = (
    type: 'personal_data_read' | 'personal_data_exported',
    { subject, detail = {} }: { subject: string; detail?: Record<string, unknown> },
  ): void => {
    if (!isSeen) return;
    const { db, logger, timeZone } = deps;
    const now = new Date().toISOString();
    const since =
      type === 'personal_data_read' ? startOfDay(civilDateIn(now, timeZone), timeZone) : null;
    noteAuditOnce(db, { operatorId, type, subject, detail }, since).catch((error: unknown) =>
      logger.warn({ err: error, type, subject }, 'what was read could not be written down'),
    );
  };
  return {
    order: (orderId) => note('personal_data_read', { subject: `GET /v1/backorders/${orderId}` }),
    file: (path, query) => {
      const filter = filterOf(query);
      const detail = filter === '' ? {} : { filter };
      note('personal_data_exported', { subject: `GET ${path}`, detail });
    },
  };
};

/** Of what may be somebody's address or name, only that it was asked for. */
const filterOf = (query: URLSearchParams): string =>
  [...query]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => (personal.has(name) ? name : `${name}=${value}`))
    .join(' ');

const personal: ReadonlySet<string> = new Set(['q', 'email']);
