import { setImmediate as nextTurn } from 'node:timers/promises';
import type postgres from 'postgres';

type Begin<Types extends Record<string, unknown>> = Pick<postgres.Sql<Types>, 'begin'>;

/**
 * Begins a transaction that asks nothing of a connection that has closed. postgres.js would run
 * the rest of it there: without a socket that ends the process, and with the next socket, which
 * may be another's already, it runs outside of any transaction.
 */
export const begin = <Types extends Record<string, unknown>, T>(
  sql: Begin<Types>,
  work: (sql: postgres.TransactionSql<Types>) => Promise<T>,
): Promise<T> => {
  const connection = { isLost: false };
  const whole = sql.begin((own) => untilLost(connection, () => work(guard(own, connection))));
  whole.catch(() => {
    connection.isLost = true;
  });
  // postgres.js types the result as if a returned array were a list of queries.
  return whole as Promise<T>;
};

type Connection = { isLost: boolean };

/** Never settles once the connection is lost, so that nobody rolls back or commits on it. */
const untilLost = async <T>(connection: Connection, work: () => Promise<T>): Promise<T> => {
  try {
    const result = await work();
    return connection.isLost ? never() : result;
  } catch (error) {
    // The end of a connection rejects its statement first, and is known a moment later.
    await nextTurn();
    return connection.isLost ? never() : Promise.reject(error);
  }
};

const never = (): Promise<never> => new Promise(() => {});

/** What runs a statement, of postgres.js. */
type Statement = { handler?: (own: Statement) => unknown; reject(error: Error): void };

const guard = <Own extends object>(own: Own, connection: Connection): Own => {
  const guarded = (made: unknown): unknown => {
    if (!isStatement(made)) return made;
    const { handler } = made;
    made.handler = (statement) =>
      connection.isLost ? statement.reject(lost()) : handler(statement);
    return made;
  };
  return new Proxy(own, {
    apply: (target, self, values) =>
      guarded(Reflect.apply(target as (...values: unknown[]) => unknown, self, values)),
    get: (target, name, receiver) => {
      const value = Reflect.get(target, name, receiver);
      if (name !== 'unsafe' || typeof value !== 'function') return value;
      return (...values: unknown[]) => guarded(Reflect.apply(value, target, values));
    },
  });
};

const isStatement = (made: unknown): made is Required<Statement> =>
  made instanceof Promise && 'handler' in made && typeof made.handler === 'function';

const lost = (): Error =>
  Object.assign(new Error('the connection of this transaction has closed'), {
    code: 'CONNECTION_CLOSED',
  });
