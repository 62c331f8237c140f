import { hash, verify } from '@node-rs/argon2';

/**
 * Argon2id, which the package takes by itself, with the least that OWASP's password storage cheat
 * sheet advises: 19 MiB, two passes, one lane.
 */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const madeNow = '$argon2id$v=19$m=19456,t=2,p=1$';

export const hashPassword = (password: string): Promise<string> =>
  hash(spelt(password), parameters);

/** Compared where there is no hash, so that this takes as long as if there were one. */
const nobodys = hash('nobody has this password', parameters);

/** Whether the password is the one. Takes as long where there is none, and is never right then. */
export const isRight = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const isSame = await verify(passwordHash ?? (await nobodys), spelt(password));
  return isSame && passwordHash !== null;
};

/** Whether a hash was made in another way than those that are made today. */
export const isOldHash = (passwordHash: string): boolean => !passwordHash.startsWith(madeNow);

export const lengths = { least: 12, most: 256 };

/**
 * What is wrong with a new password, in words; undefined if nothing is. Length counts, not what it
 * is made of (NIST SP 800-63B, section 3.1.1.2), but not one that is tried first.
 */
export const faultOf = (
  password: string,
  about: { operatorId: string; name: string },
): string | undefined => {
  const length = [...spelt(password)].length;
  if (length < lengths.least) return `Take at least ${lengths.least} characters.`;
  if (length > lengths.most) return `Take at most ${lengths.most} characters.`;
  return isTriedFirst(spelt(password).toLowerCase(), about)
    ? 'That one is tried first by whoever guesses. Take some words that have nothing in common.'
    : undefined;
};

/** The same letters are the same password, however a keyboard makes them. */
const spelt = (password: string): string => password.normalize('NFKC');

const isTriedFirst = (
  password: string,
  { operatorId, name }: { operatorId: string; name: string },
): boolean => {
  if (/^\d+$/.test(password) || /^(.{1,4}?)\1+.{0,3}$/u.test(password)) return true;
  if (runs.some((run) => run.includes(password))) return true;
  const known = [...common, operatorId, name, name.replaceAll(' ', '')];
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '');
  const letters: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', '@': 'a', $: 's' };
  const unleet = bare(
    password.replace(/[\d\p{P}\p{S}]+$/u, '').replace(/[013@$]/g, (sign) => letters[sign] ?? ''),
  );
  const tried = [bare(password), unleet].filter((word) => word !== '');
  return known.some((word) => tried.includes(bare(word)));
};

const rows = ['1234567890', 'qwertzuiopasdfghjklyxcvbnm', 'qwertyuiopasdfghjklzxcvbnm'];
const runs = [...rows, 'abcdefghijklmnopqrstuvwxyz'].flatMap((row) => {
  const twice = row + row;
  return [twice, [...twice].reverse().join('')];
});

/** What is left of the usual ones without their digits and signs. */
const common = [
  ...['password', 'passwordpassword', 'passwort', 'letmein', 'letmeinplease', 'changeme'],
  ...['changemenow', 'changethis', 'welcome', 'welcomewelcome', 'iloveyou', 'iloveyouforever'],
  ...['administrator', 'admin', 'adminadmin', 'root', 'test', 'testtest', 'demo', 'default'],
  ...['secret', 'topsecret', 'supersecret', 'mypassword', 'thisismypassword', 'newpassword'],
  ...['correcthorsebatterystaple', 'trustno', 'dragon', 'monkey', 'sunshine', 'princess'],
  ...['football', 'baseball', 'superman', 'batman', 'master', 'qwerty', 'qwertyuiop', 'qazwsx'],
  ...['qazwsxedc', 'qazwsxedcrfv', 'qweasdzxc', 'asdfghjkl', 'zxcvbnm', 'hallo', 'sommer'],
  ...['winter', 'summer', 'meanwhile', 'backorder', 'backorders', 'operator', 'manager'],
];
