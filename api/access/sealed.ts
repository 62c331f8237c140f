import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Keeps what must be read again, such as a shop's credentials or the secret of a webhook, so that
 * the database and its backups alone give nothing away.
 */
export type Seal = {
  /** `about` names where it is kept; what was sealed there opens nowhere else. */
  seal(text: string, about: string): string;
  /** Throws `Unsealable` if none of our secrets opens it, or it was sealed for something else. */
  open(sealed: string, about: string): string;
  /** Whether it was sealed with a secret that is no longer the first, and should be sealed anew. */
  isOld(sealed: string): boolean;
};

/** A secret is missing, or what is stored was changed. Repeating it does not help. */
export class Unsealable extends Error {}

const version = 's1';
const nonceBytes = 12;
const tagBytes = 16;

type Key = { id: string; bytes: Buffer };

/** Seals with the first secret, and opens what any of them has sealed. AES-256-GCM, keys by HKDF. */
export const createSeal = (secrets: readonly [string, ...string[]]): Seal => {
  const [first, ...others] = secrets.map(keyOf);
  if (first === undefined) throw new Error('a seal needs a secret');
  const keys = new Map([...others, first].map((key) => [key.id, key]));
  const prefix = `${version}.${first.id}.`;
  return {
    seal: (text, about) => prefix + encrypt(first, text, about),
    open: (sealed, about) => {
      const [kind, keyId = '', body = ''] = sealed.split('.');
      const key = keys.get(keyId);
      if (kind !== version || !key) throw new Unsealable('sealed with a secret that is not here');
      return decrypt(key, body, about);
    },
    isOld: (sealed) => !sealed.startsWith(prefix),
  };
};

/** The id says which secret it was, and nothing about it. */
const keyOf = (secret: string): Key => {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'meanwhile sealed 1', 32));
  const id = createHash('sha256').update('id').update(bytes).digest('base64url').slice(0, 8);
  return { id, bytes };
};

const encrypt = ({ bytes }: Key, text: string, about: string): string => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', bytes, nonce, { authTagLength: tagBytes });
  const body = Buffer.concat([cipher.setAAD(Buffer.from(about)).update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
};

const decrypt = ({ bytes }: Key, sealed: string, about: string): string => {
  const whole = Buffer.from(sealed, 'base64url');
  const nonce = whole.subarray(0, nonceBytes);
  const tag = whole.subarray(nonceBytes, nonceBytes + tagBytes);
  try {
    const cipher = createDecipheriv('aes-256-gcm', bytes, nonce, { authTagLength: tagBytes });
    cipher.setAuthTag(tag).setAAD(Buffer.from(about));
    const text = cipher.update(whole.subarray(nonceBytes + tagBytes));
    return Buffer.concat([text, cipher.final()]).toString();
  } catch (cause) {
    throw new Unsealable('was changed, or was sealed for something else', { cause });
  }
};
