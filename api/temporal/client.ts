import { Client, Connection, isGrpcServiceError } from '@temporalio/client';
import { type ClientConnectConfig, loadClientConnectConfig } from '@temporalio/envconfig';
import { Unavailable } from './port.ts';

/** A Temporal client that connects when it is first needed, so that the API runs without it. */
export type Temporal = {
  /** Throws `Unavailable` while Temporal cannot be reached. */
  client(): Promise<Client>;
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
};

const connectTimeoutMs = 2_000;

/** Settings that are not given come from the environment, as `@temporalio/envconfig` reads it. */
export const createTemporal = (
  { connectionOptions, namespace }: ClientConnectConfig = loadClientConnectConfig(),
): Temporal => {
  const connection = Connection.lazy({ ...connectionOptions, connectTimeout: connectTimeoutMs });
  const client = new Client({ connection, ...(namespace === undefined ? {} : { namespace }) });
  return {
    client: async () => {
      try {
        await connection.ensureConnected();
      } catch {
        throw new Unavailable('Temporal cannot be reached');
      }
      return client;
    },
    isReachable: async () => {
      try {
        await connection.withDeadline(Date.now() + connectTimeoutMs, () =>
          connection.workflowService.getSystemInfo({}),
        );
        return true;
      } catch (error) {
        return isGrpcServiceError(error) && error.code === grpcUnimplemented;
      }
    },
    close: () => connection.close(),
  };
};

const grpcUnimplemented = 12;
