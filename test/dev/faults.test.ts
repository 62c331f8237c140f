import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import {
  createFaultPlan,
  dropConnection,
  type FaultPlan,
  faultsRoute,
  hangConnection,
} from '../../dev/faults.ts';
import { serveApp } from './resend/served.ts';

const call = { method: 'POST', path: '/v1/payment_intents' };
const match = 'POST /v1/payment_intents';

const post = (plan: FaultPlan, body: unknown) =>
  faultsRoute(plan).request('/_faults', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('a fault plan', () => {
  it('plays a fault as often as planned, then nothing', () => {
    const plan = createFaultPlan();
    plan.append([{ match, times: 2, fault: 'status:500' }]);
    expect(plan.take(call)).toEqual({ kind: 'status', status: 500 });
    expect(plan.list()).toEqual([{ match, times: 1, fault: 'status:500' }]);
    expect(plan.take(call)).toEqual({ kind: 'status', status: 500 });
    expect(plan.take(call)).toBeUndefined();
    expect(plan.list()).toEqual([]);
  });

  it('plays the first match first, whatever was appended later', () => {
    const plan = createFaultPlan();
    plan.append([{ match: 'GET /v1', times: 1, fault: 'hang' }]);
    plan.append([{ match: 'POST /v1', times: 1, fault: 'drop-after' }]);
    plan.append([{ match, times: 1, fault: 'drop-before' }]);
    expect(plan.take(call)).toEqual({ kind: 'drop-after' });
    expect(plan.take(call)).toEqual({ kind: 'drop-before' });
  });

  it('matches a path that goes on after the prefix, and no other method', () => {
    const plan = createFaultPlan();
    plan.append([{ match, times: 1, fault: 'hang' }]);
    expect(plan.take({ method: 'GET', path: '/v1/payment_intents' })).toBeUndefined();
    expect(plan.take({ method: 'POST', path: '/v1/payment_intents/pi_1/capture' })).toEqual({
      kind: 'hang',
    });
  });

  it('leaves other customers and addressees alone', () => {
    const plan = createFaultPlan();
    plan.append([{ match, times: 1, fault: 'decline:lost_card', customer: 'cus_1' }]);
    plan.append([{ match: 'POST /emails', times: 1, fault: 'hang', to: 'ada@example.org' }]);
    const mail = { method: 'POST', path: '/emails' };
    expect(plan.take(call)).toBeUndefined();
    expect(plan.take({ ...call, subject: 'cus_2' })).toBeUndefined();
    expect(plan.take({ ...mail, subject: ['bob@example.org'] })).toBeUndefined();
    expect(plan.take({ ...call, subject: 'cus_1' })).toEqual({
      kind: 'decline',
      code: 'lost_card',
    });
    const both = ['bob@example.org', 'ada@example.org'];
    expect(plan.take({ ...mail, subject: both })).toEqual({ kind: 'hang' });
  });

  it('refuses a fault that it cannot play', () => {
    const plan = createFaultPlan();
    expect(() => plan.append([{ match, times: 1, fault: 'explode' }])).toThrow(/explode/);
    expect(plan.list()).toEqual([]);
  });
});

describe('POST /_faults', () => {
  it('appends, shows what is left, and clears on an empty array', async () => {
    const plan = createFaultPlan();
    await post(plan, [{ match, times: 2, fault: 'status-after:500' }]);
    const second = await post(plan, [{ match, fault: 'hang', customer: 'cus_1' }]);
    const planned = [
      { match, times: 2, fault: 'status-after:500' },
      { match, times: 1, fault: 'hang', customer: 'cus_1' },
    ];
    expect(await second.json()).toEqual(planned);
    const shown = await faultsRoute(plan).request('/_faults');
    expect(await shown.json()).toEqual(planned);
    expect(await (await post(plan, [])).json()).toEqual([]);
    expect(plan.take(call)).toBeUndefined();
  });

  it.each([
    ['not JSON', '{', 'body: must be a JSON array of faults'],
    ['no array', { match, times: 1, fault: 'hang' }, 'body: must be a JSON array of faults'],
    ['an unknown fault', [{ match, times: 1, fault: 'status:200' }], '0/fault: must be one of'],
    ['no times left', [{ match, times: 0, fault: 'hang' }], '0/times'],
    ['a match without a method', [{ match: '/v1', times: 1, fault: 'hang' }], '0/match: must'],
    ['an unknown field', [{ match, times: 1, fault: 'hang', who: 'x' }], 'who'],
  ])('answers %s with 422 and says what is wrong', async (_, body, message) => {
    const plan = createFaultPlan();
    const response = await post(plan, body);
    expect(response.status).toBe(422);
    expect(((await response.json()) as { message: string }).message).toContain(message);
    expect(plan.list()).toEqual([]);
  });

  it('refuses what this stand-in never plays, and plans nothing of that request', async () => {
    const plan = createFaultPlan();
    const app = faultsRoute(plan, { without: ['decline', 'customer'] });
    const body = JSON.stringify([
      { match, times: 1, fault: 'hang' },
      { match, times: 1, fault: 'decline:lost_card' },
      { match, times: 1, fault: 'hang', customer: 'cus_1' },
    ]);
    const response = await app.request('/_faults', { method: 'POST', body });
    expect(response.status).toBe(422);
    expect(((await response.json()) as { message: string }).message).toBe(
      '1: "decline" cannot happen here; 2: "customer" cannot happen here',
    );
    expect(plan.list()).toEqual([]);
  });
});

describe('a connection', () => {
  const app = new Hono()
    .post('/drop', async (c) => {
      await c.req.text();
      return dropConnection(c);
    })
    .post('/hang', (c) => hangConnection(c))
    .get('/fine', (c) => c.text('fine'));

  it('is cut without an answer, and the server goes on', async () => {
    const origin = await serveApp(app);
    const dropped = fetch(`${origin}/drop`, { method: 'POST', body: 'x'.repeat(100_000) });
    await expect(dropped).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } });
    expect(await (await fetch(`${origin}/fine`)).text()).toBe('fine');
  });

  it('hangs until the caller gives up, and the server goes on', async () => {
    const origin = await serveApp(app);
    const signal = AbortSignal.timeout(150);
    const hung = fetch(`${origin}/hang`, { method: 'POST', body: 'x', signal });
    await expect(hung).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(await (await fetch(`${origin}/fine`)).text()).toBe('fine');
  });

  it('cannot be cut where there is none', async () => {
    const bare = new Hono().get('/', (c) => dropConnection(c));
    bare.onError((error, c) => c.text(error.message, 500));
    const response = await bare.request('/');
    expect(await response.text()).toContain('real connection');
  });
});
