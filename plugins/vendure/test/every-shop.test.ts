import { after, before, describe, it } from 'node:test';
import { createMeanwhile } from 'meanwhile-client';
import { testEveryShop } from 'meanwhile-contract/every-shop';
import type { Harness } from 'meanwhile-contract/harness';
import { cannot, createHarness } from './harness.ts';
import { createLedger } from './ledger.ts';
import { findFreePort, type MeanwhileStack, startMeanwhile } from './meanwhile-stack.ts';
import { createNetwork } from './network.ts';
import { startVendure, type VendureShop } from './vendure-shop.ts';

let stack: MeanwhileStack;
let shop: VendureShop;
let harness: Harness;

const network = createNetwork();

before(async () => {
  stack = await startMeanwhile();
  const port = await findFreePort();
  const meanwhile = createMeanwhile({ baseUrl: stack.api, key: 'dev-key' });
  const secret = await createLedger(meanwhile).subscribe(port);
  shop = await startVendure(stack, { webhookSecret: secret }, port);
  harness = createHarness({ stack, shop, secret, network });
});
after(async () => {
  network.close();
  await shop?.stop();
  await stack?.stop();
});

describe('a Vendure shop', () => {
  testEveryShop({
    tests: { it, skip: (title, why) => it(title, { skip: why }) },
    harness: () => harness,
    cannot,
  });
});
