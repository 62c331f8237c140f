import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import { projectRoot } from '../../../dev/config.ts';
import { serveApp } from '../../dev/resend/served.ts';
import overlay from '../../vectors/bigcommerce/overlay.json' with { type: 'json' };

/** Where BigCommerce's own documents lie. They carry no licence, so they are not part of this. */
export const specsFolder = resolve(
  projectRoot,
  process.env.BIGCOMMERCE_SPECS || '../shared/specs/bigcommerce',
);

/** Which document speaks of which routes. */
const documents = [
  { file: 'orders.v2.oas2.yml', version: 'v2', prefix: '/v2/orders' },
  { file: 'orders.v3.yml', version: 'v3', prefix: '/v3/orders' },
  { file: 'products_catalog.v3.yml', version: 'v3', prefix: '/v3/catalog' },
  { file: 'inventory.v3.yml', version: 'v3', prefix: '/v3/inventory' },
  { file: 'webhooks.v3.yml', version: 'v3', prefix: '/v3/hooks' },
  { file: 'scripts.v3.yml', version: 'v3', prefix: '/v3/content' },
] as const;

export const missingSpecs = (): string[] =>
  documents.map(({ file }) => join(specsFolder, file)).filter((path) => !existsSync(path));

export type Violation = { call: string; body: string };

/**
 * Puts Prism between the adapter and the stand-in, one process a document. Every request that is
 * not as documented is a 422 of Prism's, every answer a 500, and both are kept.
 */
export const startPrism = async (storeBase: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'prism-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const proxies = await Promise.all(
    documents.map(async ({ file, version, prefix }) => {
      const upstream = `${storeBase}/${version}`;
      const proxy = await runPrism({ document: overlaid(file, folder), upstream });
      return [prefix, proxy] as const;
    }),
  );
  const violations: Violation[] = [];
  const seen = new Set<string>();
  const app = new Hono().all('/stores/demo/:version/*', async (c) => {
    const url = new URL(c.req.url);
    const path = url.pathname.replace('/stores/demo', '');
    const [prefix, proxy] = proxies.find(([known]) => path.startsWith(known)) ?? [];
    if (!prefix || !proxy) throw new Error(`No document speaks of ${path}`);
    const body = ['GET', 'DELETE'].includes(c.req.method) ? undefined : await c.req.text();
    const headers = new Headers(c.req.raw.headers);
    for (const name of ['host', 'content-length', 'connection']) headers.delete(name);
    const answer = await fetch(`${proxy}${path.slice('/v2'.length)}${url.search}`, {
      ...{ method: c.req.method, headers },
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    const call = `${c.req.method} ${path.replace(/\/\d+/g, '/0')}`;
    seen.add(call);
    if (text.includes('stoplight.io/prism')) violations.push({ call, body: text });
    const passed = new Headers(answer.headers);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection'])
      passed.delete(name);
    return new Response(text === '' ? null : text, { status: answer.status, headers: passed });
  });
  return { base: `${await serveApp(app)}/stores/demo`, violations, seen };
};

/** BigCommerce's document with the overlay of ours. */
const overlaid = (file: string, folder: string): string => {
  const document: unknown = parse(readFileSync(join(specsFolder, file), 'utf8'));
  const at = (path: readonly string[]) =>
    path.reduce((part, key) => part[key] as Part, document as Part);
  for (const { document: name, path, fields } of overlay.set)
    if (name === file) Object.assign(at(path), fields);
  for (const { document: name, path, field } of overlay.remove)
    if (name === file) delete at(path)[field];
  const copy = join(folder, file);
  // Aliases would be references that Prism does not follow.
  writeFileSync(copy, stringify(document, { aliasDuplicateObjects: false }));
  return copy;
};
type Part = Record<string, unknown>;

const runPrism = async ({ document, upstream }: { document: string; upstream: string }) => {
  const port = await freePort();
  const binary = join(projectRoot, 'node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js');
  const prism = spawn(
    process.execPath,
    [binary, 'proxy', document, upstream, '--errors', '-p', String(port)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  onTestFinished(() => {
    prism.kill();
  });
  await untilListening(prism);
  return `http://127.0.0.1:${port}`;
};

const untilListening = (prism: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('Prism is listening')) resolve();
    };
    prism.stdout?.on('data', hear);
    prism.stderr?.on('data', hear);
    prism.once('exit', (code) => reject(new Error(`Prism ended with ${code}: ${said}`)));
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
