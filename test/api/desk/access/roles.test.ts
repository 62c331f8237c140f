import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calledBy } from '../../../../api/access/auth.ts';
import { scopesOf } from '../../../../api/desk/access/scopes.ts';
import { type Role, roles } from '../../../../workflows/domain/desk/role.ts';
import { sessionOf, startDeskApp } from '../desk-app.ts';
import { whoMay } from './roles-table.ts';

type Who = Role | 'nobody';

let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  // A demo operator who signs in would end the session of whoever walks.
  desk = await startDeskApp({ desk: { demo: false, passwords: true, provider: null } });
});
afterAll(() => desk.close());

const everyone: readonly Who[] = ['nobody', ...roles];

/** Every route under that path, as `GET /desk/orders/:orderId`. */
const routesUnder = (path: RegExp): string[] => {
  const found = desk.app.routes
    .filter((route) => route.method !== 'ALL' && path.test(route.path))
    .map((route) => `${route.method} ${route.path}`);
  return [...new Set(found)].sort();
};

/** An address of the route, of something that is not there. */
const addressOf = (path: string): string =>
  path.replaceAll(/:(\w+)(\{[^}]*\})?/g, 'none-of-these').replaceAll('*', 'none-of-these');

/**
 * Whether somebody gets past the guard of a page. A form is sent without its token: a role that may
 * not send it is refused before the form is looked at, so nothing is ever done.
 */
const passesAtDesk = async (route: string, who: Who): Promise<boolean> => {
  const [method = '', path = ''] = route.split(' ');
  const response = await desk.app.request(addressOf(path), {
    method,
    headers: who === 'nobody' ? {} : { Cookie: sessionOf(who).cookie },
    ...(method !== 'GET' && { body: new URLSearchParams() }),
  });
  if (response.status === 303) {
    return !/^\/desk\/sign-in(\?|$)/.test(response.headers.get('Location') ?? '');
  }
  return response.status !== 403 || !(await response.text()).includes('Not for your role');
};

/** The same of the API, with a body that nothing takes. */
const passesAtApi = async (route: string, who: Who): Promise<boolean> => {
  const [method = '', path = ''] = route.split(' ');
  const request = new Request(`http://localhost${addressOf(path)}`, {
    method,
    ...(method !== 'GET' && { headers: { 'Content-Type': 'application/json' }, body: '"none"' }),
  });
  const caller = who === 'nobody' ? {} : calledBy({ name: who, scopes: scopesOf[who] });
  const { status } = await desk.app.fetch(request, caller);
  return status !== 401 && status !== 403;
};

const allowed = async (
  routesFound: readonly string[],
  passes: (route: string, who: Who) => Promise<boolean>,
): Promise<Record<string, string>> => {
  const table: Record<string, string> = {};
  for (const route of routesFound) {
    const may: Who[] = [];
    for (const who of everyone) if (await passes(route, who)) may.push(who);
    table[route] = may.includes('nobody') ? 'everybody' : may.join(' ') || '-';
  }
  return table;
};

describe('what each role may do', () => {
  it('at the desk is what the table says, and no page is missing there', async () => {
    const found = await allowed(routesUnder(/^\/desk(\/|$)/), passesAtDesk);
    expect(found).toEqual(whoMay.desk);
  });

  it('by the API is what the table says, and no call is missing there', async () => {
    const found = await allowed(routesUnder(/^\/v1\//), passesAtApi);
    expect(found).toEqual(whoMay.api);
  });

  it('was asked without anything being done', () => {
    expect(desk.acts.asked).toEqual([]);
  });
});
