import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addOperator, changeOperator } from '../../../../db/desk/people/operators.ts';
import { createBrowser } from '../../../support/page/cookie-jar.ts';
import { client, type People, startIdentities } from '../../../support/page/identities.ts';
import { assemble } from '../../test-app.ts';
import { startDeskApp } from '../desk-app.ts';

const home = 'http://meanwhile.test';
const callback = `${home}/desk/sign-in/callback`;

const people: People = {
  '1815': { name: 'Ada Byron', preferred_username: 'ada', groups: ['care', 'everybody'] },
  '1906': { name: 'Grace Hopper', email: 'grace@shop.example', groups: ['everybody'] },
  '1936': { name: 'Another Ada', preferred_username: 'ada', groups: ['helpdesk'] },
};

const settingsOf = (issuer: string) => ({
  issuer,
  clientId: client.id,
  clientSecret: client.secret,
  scope: 'openid profile email',
  roleClaim: 'groups',
  roles: [
    { value: 'ops-lead', role: 'manager' },
    { value: 'care', role: 'support' },
    { value: 'helpdesk', role: 'support' },
  ] as const,
});

const deskWith = (issuer: string) =>
  startDeskApp({ desk: { demo: false, passwords: false, provider: settingsOf(issuer) } });

let identities: Awaited<ReturnType<typeof startIdentities>>;
let desk: Awaited<ReturnType<typeof startDeskApp>>;
beforeAll(async () => {
  identities = await startIdentities({ people, callback });
  desk = await deskWith(identities.issuer);
});
afterAll(async () => {
  await desk.close();
  await identities.close();
});

afterEach(() => vi.useRealTimers());

/** A browser that reaches the desk and the provider. */
const browserOf = (at = desk) =>
  createBrowser(async (request) =>
    request.url.startsWith(home) ? at.app.fetch(request) : fetch(request),
  );

type Browser = ReturnType<typeof browserOf>;

const placeOf = (response: Response, from: string | URL): URL =>
  new URL(response.headers.get('Location') ?? 'no:place', from);

/** Signs in at the provider, agrees, and stops before the way back to the desk. */
const signInThere = async (browser: Browser, from: URL, sub: string): Promise<URL> => {
  let at = from;
  for (let steps = 0; steps < 20 && !at.href.startsWith(home); steps++) {
    const response = await browser.visit(at);
    if (response.status === 303 || response.status === 302) {
      at = placeOf(response, at);
      continue;
    }
    const html = await response.text();
    const action = /action="([^"]+)"/.exec(html)?.[1];
    if (!action) throw new Error(`the provider shows no form: ${response.status} ${html}`);
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const answer = await browser.visit(new URL(action, at), {
      prompt,
      login: sub,
      password: 'any',
    });
    at = placeOf(answer, at);
  }
  return at;
};

const begin = async (browser: Browser, next = '/desk/orders'): Promise<URL> => {
  const from = `${home}/desk/sign-in/provider?${new URLSearchParams({ next })}`;
  return placeOf(await browser.visit(from), from);
};

const enter = async (browser: Browser, sub: string, next?: string): Promise<Response> =>
  browser.visit(await signInThere(browser, await begin(browser, next), sub));

const isIn = async (browser: Browser): Promise<boolean> =>
  (await browser.visit(`${home}/desk`)).status === 200;

const accountOf = async (sub: string, at = desk) =>
  (await at.db.sql`select * from operators where subject = ${sub}`)[0];

describe('signing in by a provider of identities', () => {
  it('leads there, and back to the page that was wanted', async () => {
    const browser = browserOf();
    const page = await (await browser.visit(`${home}/desk/sign-in?next=/desk/orders`)).text();
    expect(page).toContain('Sign in with 127.0.0.1');
    expect(page).not.toContain('type="password"');
    const there = await begin(browser);
    expect(there.href.startsWith(`${identities.issuer}/`)).toBe(true);
    expect(there.searchParams.get('code_challenge_method')).toBe('S256');
    const answer = await browser.visit(await signInThere(browser, there, '1815'));
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/desk/orders']);
    expect(await (await browser.visit(`${home}/desk`)).text()).toContain('Ada Byron');
    expect(await accountOf('1815')).toMatchObject({
      operatorId: 'ada',
      name: 'Ada Byron',
      role: 'support',
      issuer: identities.issuer,
      passwordHash: null,
    });
    const [entry] = await desk.db.sql`select * from audit where operator_id = 'ada'`;
    expect(entry).toMatchObject({ type: 'signed_in', detail: { by: 'provider', role: 'support' } });
  });

  it('never leads elsewhere afterwards', async () => {
    const answer = await enter(browserOf(), '1815', 'https://evil.example');
    expect(answer.headers.get('Location')).toBe('/desk');
  });

  it('gives nobody the account of somebody else who is called the same', async () => {
    await addOperator(desk.db.sql, {
      ...{ operatorId: 'grace', name: 'Grace the local', role: 'manager', passwordHash: 'x' },
    });
    people['1906'] = { ...people['1906'], groups: ['care'] };
    await enter(browserOf(), '1906');
    await enter(browserOf(), '1936');
    expect(await accountOf('1906')).toMatchObject({ operatorId: 'grace-2', role: 'support' });
    expect(await accountOf('1936')).toMatchObject({ operatorId: 'ada-2' });
  });

  it('takes the role anew each time, and ends the sessions with another one', async () => {
    const [before, after] = [browserOf(), browserOf()];
    await enter(before, '1815');
    people['1815'] = { ...people['1815'], groups: ['care', 'ops-lead'], name: 'Ada Lovelace' };
    await enter(after, '1815');
    expect([await isIn(before), await isIn(after)]).toEqual([false, true]);
    expect(await accountOf('1815')).toMatchObject({ role: 'manager', name: 'Ada Lovelace' });
  });

  it('keeps out whoever has no role, and ends what they had', async () => {
    const browser = browserOf();
    await enter(browser, '1815');
    people['1815'] = { ...people['1815'], groups: ['everybody'] };
    const answer = await enter(browserOf(), '1815');
    expect([answer.status, (await answer.text()).includes('no role here')]).toEqual([403, true]);
    expect(await isIn(browser)).toBe(false);
    const [newest] = await desk.db.sql`
      select type, detail from audit where operator_id = 'ada' order by id desc limit 1`;
    expect(newest).toMatchObject({ type: 'sign_in_refused', detail: { reason: 'no_role' } });
    people['1815'] = { ...people['1815'], groups: ['care'] };
  });

  it('keeps out whoever is disabled here', async () => {
    await enter(browserOf(), '1815');
    const gone = { operatorId: 'ada', name: 'Ada', role: 'support', disabled: true } as const;
    await changeOperator(desk.db, gone, { keepsManager: false });
    const browser = browserOf();
    const answer = await enter(browser, '1815');
    expect([answer.status, (await answer.text()).includes('disabled')]).toEqual([403, true]);
    expect(await isIn(browser)).toBe(false);
    await changeOperator(desk.db, { ...gone, disabled: false }, { keepsManager: false });
    expect((await enter(browser, '1815')).status).toBe(303);
  });

  it('takes the answer in another process, or after a restart', async () => {
    const other = assemble(desk.db, {
      desk: { demo: false, passwords: false, provider: settingsOf(identities.issuer) },
    });
    try {
      const browser = createBrowser(async (request) => {
        const { host, pathname } = new URL(request.url);
        if (!home.endsWith(host)) return fetch(request);
        return (pathname.endsWith('/callback') ? other : desk).app.fetch(request);
      });
      expect((await enter(browser, '1815')).status).toBe(303);
      expect((await browser.visit(`${home}/desk`)).status).toBe(200);
    } finally {
      await other.readiness.close();
    }
  });

  it('reads roles from what the provider tells when it is asked once more', async () => {
    const other = await startIdentities({ people, callback, inIdToken: false });
    const asking = await deskWith(other.issuer);
    try {
      await enter(browserOf(asking), '1815');
      expect(await accountOf('1815', asking)).toMatchObject({ role: 'support', operatorId: 'ada' });
    } finally {
      await asking.close();
      await other.close();
    }
  });
});

describe('an answer that is not the one to this sign-in', () => {
  const expectRefused = async (browser: Browser, answer: Response, status = 400): Promise<void> => {
    expect(answer.status).toBe(status);
    expect(await isIn(browser)).toBe(false);
  };

  it('is refused with another state', async () => {
    const browser = browserOf();
    const back = await signInThere(browser, await begin(browser), '1815');
    back.searchParams.set('state', 'another');
    await expectRefused(browser, await browser.visit(back));
  });

  it('is refused in a browser that began nothing', async () => {
    const [one, other] = [browserOf(), browserOf()];
    const back = await signInThere(one, await begin(one), '1815');
    await expectRefused(other, await other.visit(back));
  });

  it('is refused in a browser that began another one', async () => {
    const [one, other] = [browserOf(), browserOf()];
    const back = await signInThere(one, await begin(one), '1815');
    await begin(other);
    await expectRefused(other, await other.visit(back));
  });

  it('is taken once', async () => {
    const browser = browserOf();
    const back = await signInThere(browser, await begin(browser), '1815');
    const pending = browser.jar.find(({ name }) => name === 'meanwhile-pending');
    expect((await browser.visit(back)).status).toBe(303);
    const again = browserOf();
    if (pending) again.jar.push(pending);
    await expectRefused(again, await again.visit(back));
  });

  it('is refused with the token of another nonce', async () => {
    const browser = browserOf();
    const there = await begin(browser);
    there.searchParams.set('nonce', 'another');
    await expectRefused(browser, await browser.visit(await signInThere(browser, there, '1815')));
  });

  it('is refused without the verifier of its challenge', async () => {
    const browser = browserOf();
    const there = await begin(browser);
    there.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    await expectRefused(browser, await browser.visit(await signInThere(browser, there, '1815')));
  });

  it('is refused after ten minutes', async () => {
    const browser = browserOf();
    const back = await signInThere(browser, await begin(browser), '1815');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60_000 });
    await expectRefused(browser, await browser.visit(back));
  });

  it('is refused when what the browser keeps of it was changed', async () => {
    const browser = browserOf();
    const back = await signInThere(browser, await begin(browser), '1815');
    const pending = browser.jar.find(({ name }) => name === 'meanwhile-pending');
    if (!pending) throw new Error('nothing is pending');
    pending.value = `${pending.value.slice(0, -4)}AAAA`;
    const answer = await browser.visit(back);
    expect(await answer.text()).toContain('too old');
    await expectRefused(browser, answer);
  });

  it('says that the provider said no', async () => {
    const browser = browserOf();
    const state = (await begin(browser)).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error: 'access_denied', state, iss: identities.issuer });
    await expectRefused(browser, await browser.visit(`${callback}?${query}`), 403);
  });

  it('shows nobody what came, in pages or in the log', async () => {
    const browser = browserOf();
    const state = (await begin(browser)).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ code: 'hunter2<script>', state, iss: identities.issuer });
    const answer = await browser.visit(`${callback}?${query}`);
    expect(await answer.text()).not.toContain('hunter2');
    expect(JSON.stringify(desk.logged)).not.toMatch(/hunter2|a secret of the desk/);
  });
});

describe('a provider that is out', () => {
  it('is said to be, holds up nobody else, and is asked again', async () => {
    const server = createServer((_, response) => response.writeHead(500).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const out = await deskWith(`http://127.0.0.1:${port}`);
    try {
      const browser = browserOf(out);
      const page = await browser.visit(`${home}/desk/sign-in`);
      expect(page.status).toBe(200);
      const answer = await browser.visit(`${home}/desk/sign-in/provider`);
      expect([answer.status, (await answer.text()).includes('does not answer')]).toEqual([
        503,
        true,
      ]);
      expect((await out.read('/desk', 'viewer')).status).toBe(200);
    } finally {
      await out.close();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('is said to be when it never answers, and delays nobody else until then', async () => {
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const out = await deskWith(`http://127.0.0.1:${port}`);
    try {
      const began = performance.now();
      let isAnswered = false;
      const asking = browserOf(out)
        .visit(`${home}/desk/sign-in/provider`)
        .finally(() => {
          isAnswered = true;
        });
      expect((await out.read('/desk', 'viewer')).status).toBe(200);
      expect((await out.read('/desk/sign-in', null)).status).toBe(200);
      expect(isAnswered).toBe(false);
      expect((await asking).status).toBe(503);
      expect(performance.now() - began).toBeLessThan(20_000);
    } finally {
      await out.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }, 30_000);

  it('is said to be when nobody listens there, and works once somebody does', async () => {
    const gone = await startIdentities({ people, callback });
    await gone.close();
    const out = await deskWith(gone.issuer);
    let back: typeof gone | undefined;
    try {
      const browser = browserOf(out);
      expect((await browser.visit(`${home}/desk/sign-in/provider`)).status).toBe(503);
      back = await startIdentities({ people, callback, port: Number(new URL(gone.issuer).port) });
      expect((await enter(browser, '1815')).status).toBe(303);
    } finally {
      await out.close();
      await back?.close();
    }
  });
});
