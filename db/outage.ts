/** Whether a statement may have been carried out before the database went out of reach. */
export type Outage = 'out_of_reach' | 'cut_off';

/**
 * Codes of Node, postgres.js and PostgreSQL that end when the database is well again. Those that
 * undid the statement or never ran it are out of reach; after the others it may have been
 * committed.
 */
const outages: Readonly<Record<string, Outage>> = {
  ECONNREFUSED: 'out_of_reach',
  ENOTFOUND: 'out_of_reach',
  EAI_AGAIN: 'out_of_reach',
  CONNECT_TIMEOUT: 'out_of_reach',
  CONNECTION_ENDED: 'out_of_reach',
  NO_WRITABLE_HOST: 'out_of_reach',
  /** A read-only server: the writable one is elsewhere since a failover. */
  '25006': 'out_of_reach',
  /** The transaction stood idle or ran for too long. */
  '25P03': 'out_of_reach',
  '25P04': 'out_of_reach',
  /** Undone, and each time again: those who write the same rows are too many at the moment. */
  '40001': 'out_of_reach',
  '40P01': 'out_of_reach',
  /** No disk, memory or connection left. */
  '53000': 'out_of_reach',
  '53100': 'out_of_reach',
  '53200': 'out_of_reach',
  '53300': 'out_of_reach',
  /** A lock that was not to be had in time, and a statement that took too long. */
  '55P03': 'out_of_reach',
  '57014': 'out_of_reach',
  '57P03': 'out_of_reach',
  /** A network that is away takes the answer with it, and the request perhaps not. */
  ECONNRESET: 'cut_off',
  EPIPE: 'cut_off',
  ETIMEDOUT: 'cut_off',
  EHOSTUNREACH: 'cut_off',
  EHOSTDOWN: 'cut_off',
  ENETUNREACH: 'cut_off',
  ENETDOWN: 'cut_off',
  CONNECTION_CLOSED: 'cut_off',
  CONNECTION_DESTROYED: 'cut_off',
  '57P01': 'cut_off',
  '57P02': 'cut_off',
  '57P05': 'cut_off',
};

/** What kind of outage an error or one of its causes tells of; undefined for every other error. */
export const outageOf = (error: unknown): Outage | undefined => {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return outages[code] ?? outageOf(error.cause);
};
