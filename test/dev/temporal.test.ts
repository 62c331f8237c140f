import { Client, Connection } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open } from '../../workflows/domain/backorder/backorder.ts';
import { openingAttributes } from '../../workflows/messages.ts';
import { adasLamp } from '../support/cast.ts';
import { createOwnTemporal } from '../support/system/own-temporal.ts';

const types = proto.temporal.api.enums.v1.IndexedValueType;
const namespace = 'default';

let own: Awaited<ReturnType<typeof createOwnTemporal>>;
let connection: Connection;
beforeAll(async () => {
  own = await createOwnTemporal();
});
afterAll(() => own.remove());

const started = async (): Promise<void> => {
  await own.start();
  connection = await Connection.connect({ address: own.address });
};

const stopped = async (): Promise<void> => {
  await connection.close();
  await own.stop();
};

const known = async (): Promise<Record<string, string>> => {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  return Object.fromEntries(
    Object.entries(customAttributes).map(([name, type]) => [
      name,
      types[type].replace('INDEXED_VALUE_TYPE_', ''),
    ]),
  );
};

const ours = {
  BackorderPhase: 'KEYWORD',
  OrderId: 'KEYWORD',
  Skus: 'KEYWORD_LIST',
  PromisedOn: 'KEYWORD',
  PaymentState: 'KEYWORD',
  Attention: 'KEYWORD_LIST',
};

/** As the relay starts a backorder. */
const start = async (workflowId: string): Promise<void> => {
  const client = new Client({ connection, namespace });
  await client.workflow.start('backorder', {
    workflowId,
    taskQueue: 'nobody',
    typedSearchAttributes: new TypedSearchAttributes(openingAttributes(open(adasLamp), ['LAMP'])),
  });
};

describe('the embedded Temporal', () => {
  it('knows what operators search for', async () => {
    await started();
    expect(await known()).toMatchObject(ours);
    await expect(start('first')).resolves.toBeUndefined();
    await stopped();
  });

  it('whose home is older learns what has changed since, and leaves the rest alone', async () => {
    await started();
    const { operatorService } = connection;
    const searchAttributes = ['PromisedOn', 'Attention'];
    await operatorService.removeSearchAttributes({ namespace, searchAttributes });
    await operatorService.addSearchAttributes({
      namespace,
      searchAttributes: {
        PromisedOn: types.INDEXED_VALUE_TYPE_DATETIME,
        Theirs: types.INDEXED_VALUE_TYPE_INT,
      },
    });
    await expect(start('refused')).rejects.toThrow();
    await stopped();

    await started();
    expect(await known()).toMatchObject({ ...ours, Theirs: 'INT' });
    await expect(start('second')).resolves.toBeUndefined();
    await stopped();
  });
});
