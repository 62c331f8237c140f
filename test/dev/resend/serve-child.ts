import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createFaultPlan } from '../../../dev/faults.ts';
import { createResendStandIn } from '../../../dev/resend/app.ts';
import { createMailStore } from '../../../dev/resend/store.ts';

/** A stand-in in a process of its own, to be killed. Prints its base URL. */
const store = createMailStore({ folder: process.argv[2] ?? '' });
const app = createResendStandIn({ faults: createFaultPlan(), store });
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
  process.stdout.write(`http://127.0.0.1:${port}\n`),
);
