import { generateKeyPairSync } from 'node:crypto';
import type { Server } from 'node:http';
import Provider from 'oidc-provider';
import { findFreePort } from '../../../dev/service/ports.ts';

export const client = { id: 'desk', secret: 'a secret of the desk & its provider' };

/** Who has an account at the provider, and what it says of them. */
export type People = Record<string, Record<string, unknown>>;

/**
 * A real provider of identities over loopback. Whoever signs in there is who they say, without a
 * password. `inIdToken`: it tells all in the id token; otherwise only when it is asked once more.
 */
export const startIdentities = async ({
  people,
  callback,
  inIdToken = true,
  port: wanted,
}: {
  people: People;
  callback: string;
  inIdToken?: boolean;
  port?: number;
}) => {
  const port = wanted ?? (await findFreePort());
  const issuer = `http://127.0.0.1:${port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [callback] }],
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'groups'],
      email: ['email'],
    },
    conformIdTokenClaims: !inIdToken,
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people[sub] }) }),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'one' }] },
    cookies: { keys: ['known to everybody'] },
    pkce: { required: () => true },
  });
  const server: Server = await new Promise((resolve) => {
    const listening = provider.listen(port, '127.0.0.1', () => resolve(listening));
  });
  return { issuer, close: () => end(server) };
};

const end = (server: Server): Promise<void> => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
};
