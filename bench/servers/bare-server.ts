import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** Answers every request for a path of one parameter with the bytes and headers it was given. */
const { PORT, BODY = '', HEADERS = '{}' } = process.env;

const headers = JSON.parse(HEADERS) as Record<string, string>;
const app = new Hono().get('/v1/availability/:sku', (c) => c.body(BODY, 200, headers));

serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' });
