import { createHash, randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Instant } from '../../workflows/domain/time.ts';
import { dropConnection, type FaultPlan, hangConnection } from '../faults.ts';
import type { Body } from './body.ts';
import { addressOf } from './email.ts';
import { errorOfStatus, type ResendError, refuse, resendError } from './errors.ts';
import type { KeptAnswer, MailStore, ReceivedMail } from './store.ts';

type Parts = {
  faults: FaultPlan;
  store: MailStore;
  now: () => Instant;
  announce: (mail: ReceivedMail) => void;
  inFlight: Set<string>;
};

type Endpoint = { path: string; read: (body: unknown) => Body | ResendError };

type Send = Endpoint & { key: string | undefined; text: string };

/** Accepts what one request sends, once for each idempotency key. */
export const receive = async (c: Context, parts: Parts, endpoint: Endpoint): Promise<Response> => {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return answer(c, parts, { ...endpoint, key, text: await c.req.text() });
  if (key.length < 1 || key.length > 256) return refuse(c, resendError('invalid_idempotency_key'));
  if (parts.inFlight.has(key)) return refuse(c, resendError('concurrent_idempotent_requests'));
  parts.inFlight.add(key);
  let text: string;
  try {
    text = await c.req.text();
  } finally {
    // What follows decides and stores without a pause, so the key need not be held any longer.
    parts.inFlight.delete(key);
  }
  return answer(c, parts, { ...endpoint, key, text });
};

const answer = (c: Context, parts: Parts, send: Send): Response | Promise<Response> => {
  const kept = send.key && parts.store.findAnswer(send.key, parts.now());
  if (kept) return replay(c, kept, send);
  const body = readText(send);
  if ('statusCode' in body) return refuse(c, body);

  const fault = parts.faults.take({
    method: 'POST',
    path: send.path,
    subject: body.emails.flatMap(({ to }) => [...to, ...to.map(addressOf)]),
  });
  if (fault?.kind === 'hang') return hangConnection(c);
  if (fault?.kind === 'drop-before') return dropConnection(c);
  if (fault?.kind === 'status') return refuse(c, errorOfStatus(fault.status));
  const failure = fault?.kind === 'status-after' ? errorOfStatus(fault.status) : null;
  const done = keep(parts, { send, body, failure });
  if (fault?.kind === 'drop-after') return dropConnection(c);
  return failure ? refuse(c, failure) : c.json(done);
};

const replay = (c: Context, kept: KeptAnswer, send: Send): Response =>
  kept.fingerprint === fingerprintOf(send)
    ? c.json(kept.body, kept.status as ContentfulStatusCode)
    : refuse(c, resendError('invalid_idempotent_request'));

const readText = ({ text, read }: Send): Body | ResendError => {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { ...resendError('validation_error', 'The body is not valid JSON.'), statusCode: 400 };
  }
  return read(body);
};

const keep = (
  { store, now, announce }: Parts,
  { send, body, failure }: { send: Send; body: Body; failure: ResendError | null },
): object => {
  const at = now();
  const key = send.key ?? null;
  const mails = body.emails.map(
    (email): ReceivedMail => ({ ...email, id: randomUUID(), idempotencyKey: key, receivedAt: at }),
  );
  const answered = failure ?? body.answer(mails.map(({ id }) => id));
  const fingerprint = fingerprintOf(send);
  const status = failure?.statusCode ?? 200;
  store.keep(mails, key === null ? null : { key, fingerprint, status, body: answered, at });
  for (const mail of mails) announce(mail);
  return answered;
};

/** Byte for byte: a caller that cannot repeat its own bytes shall find out here, not at Resend. */
const fingerprintOf = ({ path, text }: Send): string =>
  createHash('sha256').update(`${path}\n${text}`).digest('hex');
