import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCodes } from '../../../api/http/problem-codes.ts';
import { createDatabase, type Db } from '../../../db/client.ts';
import { assemble } from '../test-app.ts';

let db: Db;
let api: ReturnType<typeof assemble>;
beforeAll(() => {
  // Nothing here needs a database, so there is none.
  db = createDatabase('postgres://nobody@127.0.0.1:1/none');
  api = assemble(db);
});
afterAll(() => db.close());

type Operation = {
  security?: { bearer: string[] }[];
  parameters?: { name: string; schema: { type: string; pattern?: string } }[];
  requestBody?: { required?: boolean };
  responses: Record<string, { content?: Record<string, unknown> }>;
};

/** What anybody may read. */
const open: ReadonlySet<string> = new Set([
  'get /v1/availability',
  'get /v1/availability/{sku}',
  'get /v1/structured-data/{sku}',
  'get /feeds/availability.tsv',
  'get /feeds/updates.atom',
  'get /feeds/updates.json',
  'get /widget.js',
]);

const get = (path: string) => api.call('GET', path, { as: null });

const operations = async (): Promise<[string, Operation][]> => {
  const { body } = await get('/openapi.json');
  return Object.entries<Record<string, Operation>>(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
};

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { body } = await get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const { valid, errors } = await new Validator().validate(body);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('names the scope of every call, and its problems', async () => {
    for (const [name, { security, responses }] of await operations()) {
      if (open.has(name)) {
        expect(security).toBeUndefined();
        continue;
      }
      expect(security?.length, name).toBeGreaterThan(0);
      for (const { bearer } of security ?? []) expect(bearer.length, name).toBeGreaterThan(0);
      expect(Object.keys(responses), name).toEqual(expect.arrayContaining(['401', '403', '500']));
      expect(Object.keys(responses['401']?.content ?? {})).toEqual(['application/problem+json']);
    }
  });

  it('says of every call, also of a public one, that it may come too often', async () => {
    for (const [name, { responses }] of await operations()) {
      expect(Object.keys(responses), name).toContain('429');
    }
  });

  it('says of every call with an id in its path that there may be no such thing', async () => {
    const named = (await operations()).filter(([name]) => name.includes('{'));
    for (const [name, { responses }] of named)
      expect(Object.keys(responses), name).toContain('404');
  });

  it('bounds every number that a query takes', async () => {
    const numbers = (await operations()).flatMap(([name, { parameters = [] }]) =>
      parameters.flatMap(({ name: field, schema }) =>
        schema.type === 'integer' ? [{ at: `${name} ${field}`, ...schema }] : [],
      ),
    );
    expect(numbers).not.toHaveLength(0);
    for (const { at, ...bounds } of numbers) {
      expect(bounds, at).toMatchObject({ minimum: 1, maximum: expect.any(Number) });
    }
  });

  it('says how an Idempotency-Key is written', async () => {
    const keys = (await operations()).flatMap(([, { parameters = [] }]) =>
      parameters.filter(({ name }) => name === 'idempotency-key'),
    );
    expect(keys).not.toHaveLength(0);
    for (const { schema } of keys) expect(schema.pattern).toBe('^[!-~]{1,255}$');
  });

  it('says that a change names at least one field', async () => {
    const { schemas } = (await get('/openapi.json')).body.components;
    expect(schemas.CustomerChange.minProperties).toBe(1);
    expect(schemas.FastForward.minProperties).toBe(1);
  });

  it('requires every body, since an optional one would skip validation', async () => {
    for (const [name, { requestBody }] of await operations()) {
      if (requestBody) expect(requestBody.required, name).toBe(true);
    }
  });

  it('shows patterns that other languages can read', async () => {
    expect(JSON.stringify((await get('/openapi.json')).body)).not.toMatch(/"pattern":"[^"]*\/u"/);
  });

  it('does not know the fast-forward where it is not configured', async () => {
    const { call } = assemble(db, { fastForward: false });
    const { body } = await call('GET', '/openapi.json');
    expect(Object.keys(body.paths)).not.toContain('/v1/backorders/{orderId}/fast-forward');
    const answer = await call('POST', '/v1/backorders/1/fast-forward', { body: { days: 1 } });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});

describe('the pages', () => {
  it.each(['/docs', '/docs/problems'])('%s loads only what is served here', async (page) => {
    const { status, body, headers } = await get(page);
    expect(status).toBe(200);
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(body).not.toMatch(/<script(?![^>]*src=)|\son\w+=|https?:\/\//);
    const links = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect((await get(link)).status, link).toBe(200);
  });

  it('explain every problem under its own anchor', async () => {
    const { body } = await get('/docs/problems');
    for (const code of Object.keys(problemCodes)) expect(body).toContain(`id="${code}"`);
  });

  it.each(['package.json', '..%2Fpackage.json', 'swagger-ui.js'])(
    'serve no other file, such as %s',
    async (file) => {
      expect((await get(`/docs/assets/${file}`)).status).toBe(404);
    },
  );
});
