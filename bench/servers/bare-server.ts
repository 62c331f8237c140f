import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** Answers every request for a route with the bytes and headers it was given. */
const { PORT, ROUTE = '', BODY_FILE = '', HEADERS = '{}', IS_LARGE } = process.env;

const bytes = readFileSync(BODY_FILE);
// A text is what costs least to send if it is small, and bytes if it is large.
const body = IS_LARGE === 'true' ? new Uint8Array(bytes) : bytes.toString();
const headers = JSON.parse(HEADERS) as Record<string, string>;
const app = new Hono().get(ROUTE, (c) => c.body(body, 200, headers));

serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' });
