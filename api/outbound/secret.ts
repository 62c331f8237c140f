import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { SealedSecret } from '../../db/schema/outbound/endpoints.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Seal } from '../access/sealed.ts';

/** How long the secret before the newest one signs beside it. */
export const overlapHours = 24;

/** What an endpoint's secrets are sealed for. */
const aboutOf = (endpointId: string): string => `webhook endpoint ${endpointId}`;

/** A new secret as the receiver gets it, and as it is kept. */
export const createSecret = (
  seal: Seal,
  endpointId: string,
): { secret: string; sealed: string } => {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  return { secret, sealed: seal.seal(secret, aboutOf(endpointId)) };
};

export type Sign = (letter: { id: string; at: Date; body: string }) => Record<string, string>;

type Secrets = { endpointId: string; secrets: readonly SealedSecret[] };

/** Signs with every secret that is valid now. Throws `Unsealable`. */
export const createSign = (seal: Seal, { endpointId, secrets }: Secrets, now: Instant): Sign => {
  const signers = secrets
    .filter(({ endsAt }) => endsAt === null || endsAt > now)
    .map(({ sealed }) => new Webhook(seal.open(sealed, aboutOf(endpointId))));
  return ({ id, at, body }) => ({
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': signers.map((signer) => signer.sign(id, at, body)).join(' '),
  });
};

/** The same secrets under the newest of ours; undefined when they are already. */
export const sealAnew = (
  seal: Seal,
  { endpointId, secrets }: Secrets,
): SealedSecret[] | undefined => {
  if (!secrets.some(({ sealed }) => seal.isOld(sealed))) return undefined;
  const about = aboutOf(endpointId);
  return secrets.map((secret) => ({
    ...secret,
    sealed: seal.seal(seal.open(secret.sealed, about), about),
  }));
};
