import { hashKey } from '../../../api/access/auth.ts';
import { sessionEnds } from '../../../api/access/session-ends.ts';
import { csrfOf } from '../../../api/desk/access/session.ts';
import { putOperator } from '../../../db/desk/people/operators.ts';
import { beginSession } from '../../../db/desk/people/sessions.ts';
import { type Role, roles } from '../../../workflows/domain/desk/role.ts';
import { startTestApp } from '../test-app.ts';

/** What the browser of someone in that role holds. */
export const sessionOf = (role: Role) => {
  const token = `session-of-${role}`;
  return { token, csrf: csrfOf(token), cookie: `meanwhile-desk=${token}` };
};

type Config = Parameters<typeof startTestApp>[0];

/** The API with somebody of each role signed in at the desk. Their ids are the roles' names. */
export const startDeskApp = async (config: Config = {}) => {
  const app = await startTestApp({
    desk: { demo: true, passwords: true, provider: null },
    ...config,
  });
  const signInAll = async (): Promise<void> => {
    for (const role of roles) {
      await putOperator(app.db.sql, { operatorId: role, name: `Ada the ${role}`, role });
      const tokenHash = hashKey(sessionOf(role).token);
      await beginSession(app.db.sql, { tokenHash, operatorId: role, ends: sessionEnds });
    }
  };
  await signInAll();
  const ask = (path: string, init: RequestInit, as: Role | null) =>
    app.app.request(path, {
      ...init,
      headers: { ...(as && { Cookie: sessionOf(as).cookie }), ...init.headers },
    });
  /** A page as someone of that role sees it; null: nobody. */
  const read = async (path: string, as: Role | null = 'manager') => {
    const response = await ask(path, {}, as);
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  /** Sends a form as the role's own page does. */
  const send = async (
    path: string,
    fields: Record<string, string>,
    as: Role | null = 'manager',
  ) => {
    const body = new URLSearchParams({ ...(as && { csrf: sessionOf(as).csrf }), ...fields });
    const response = await ask(path, { method: 'POST', body }, as);
    const location = response.headers.get('Location');
    return {
      status: response.status,
      location,
      headers: response.headers,
      html: await response.text(),
    };
  };
  return { ...app, signInAll, read, send };
};
