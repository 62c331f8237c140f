import * as client from 'openid-client';
import type { ProviderSettings } from '../../desk-settings.ts';
import { type Claims, claimOf } from './claims.ts';

/** What must come back to us, or be known once it does. It goes to nobody but the browser. */
export type Pending = { state: string; nonce: string; verifier: string };

/** A provider of identities, by OpenID Connect. What it does not answer in time is thrown. */
export type Provider = {
  /** Where the browser goes to sign in. */
  begin(): Promise<{ url: URL; pending: Pending }>;
  /** What the provider says of whoever came back to `address`. Works once. */
  finish(address: URL, pending: Pending): Promise<Claims>;
};

/** Why nobody was signed in. `unreachable` may pass; `denied` was said by the provider. */
export type Failure = 'unreachable' | 'denied' | 'wrong';

const timeoutSeconds = 5;
const rememberedMs = 60 * 60_000;

/** `redirectUri` is registered with the provider. It is asked for nothing before it is needed. */
export const createProvider = (settings: ProviderSettings, redirectUri: string): Provider => {
  const find = createDiscovery(settings);
  return {
    begin: async () => {
      const configuration = await find();
      const pending = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      });
      return { url, pending };
    },
    finish: async (address, { state, nonce, verifier }) => {
      const configuration = await find();
      const tokens = await client.authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('the provider gave no id token');
      return withMore(configuration, settings, { claims, accessToken: tokens.access_token });
    },
  };
};

/** Some providers tell of groups and names only when they are asked once more. */
const withMore = async (
  configuration: client.Configuration,
  { roleClaim }: ProviderSettings,
  { claims, accessToken }: { claims: client.IDToken; accessToken: string },
): Promise<Claims> => {
  const isNamed = claims.preferred_username !== undefined || claims.email !== undefined;
  const isWhole = isNamed && claimOf(claims, roleClaim) !== undefined;
  if (isWhole || !configuration.serverMetadata().userinfo_endpoint) return claims;
  const more = await client.fetchUserInfo(configuration, accessToken, claims.sub);
  return { ...more, ...claims };
};

/** Asks the provider what it can do, once for all who wait. What it said is good for an hour. */
const createDiscovery = (settings: ProviderSettings): (() => Promise<client.Configuration>) => {
  let known: { configuration: client.Configuration; at: number } | undefined;
  let asking: Promise<client.Configuration> | undefined;
  const ask = async (): Promise<client.Configuration> => {
    const configuration = await discover(settings);
    known = { configuration, at: performance.now() };
    return configuration;
  };
  return async () => {
    if (known && performance.now() - known.at < rememberedMs) return known.configuration;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
};

const discover = ({
  issuer,
  clientId,
  clientSecret,
}: ProviderSettings): Promise<client.Configuration> => {
  const server = new URL(issuer);
  const isHttp = server.protocol === 'http:';
  return client.discovery(server, clientId, {}, authenticate(clientSecret), {
    timeout: timeoutSeconds,
    execute: [
      client.enableNonRepudiationChecks,
      // Only an issuer on this computer may be one: see the settings.
      ...(isHttp ? [client.allowInsecureRequests] : []),
    ],
  });
};

/** As the provider says it can; what OpenID Connect takes for granted where it does not. */
const authenticate = (secret: string): client.ClientAuth => {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = ways.includes('client_secret_basic') ? basic : post;
    return way(server, ...rest);
  };
};

/** What kind of failure an error of `begin` or `finish` is. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof client.AuthorizationResponseError) return 'denied';
  if (error instanceof client.ResponseBodyError)
    return error.status >= 500 ? 'unreachable' : 'wrong';
  if (error instanceof client.ClientError) {
    const { cause } = error;
    if (hasStatus(cause)) return cause.status >= 500 ? 'unreachable' : 'wrong';
    return error.code === 'OAUTH_TIMEOUT' ? 'unreachable' : 'wrong';
  }
  return error instanceof TypeError ? 'unreachable' : 'wrong';
};

/** A response, be it `fetch`'s own or one of the class that the HTTP server puts in its place. */
const hasStatus = (cause: unknown): cause is { status: number } =>
  typeof cause === 'object' &&
  cause !== null &&
  'status' in cause &&
  typeof cause.status === 'number';
