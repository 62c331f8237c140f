import { signEvent } from '../../../dev/resend/events/signature.ts';

const secretOf = (text: string): string => `whsec_${Buffer.from(text).toString('base64')}`;

export const secret = secretOf('a secret of our own tests');

export const otherSecret = secretOf('a secret of somebody else');

/** An event as Resend sends it, with more in it than anybody here may keep. */
export const eventOf = (type: string, data: Record<string, unknown> = {}) => ({
  type,
  created_at: '2026-11-23T10:00:05.000Z',
  data: {
    broadcast_id: null,
    created_at: '2026-11-23 10:00:00.000+00',
    email_id: 'e-1',
    from: 'Lantern & Sons <orders@shop.example>',
    to: ['ada@example.org'],
    subject: 'Your lamp, Ada',
    ...data,
  },
});

export const bounce = (type = 'Permanent', subType = 'General') => ({
  bounce: { type, subType, message: 'ada@example.org does not exist', diagnosticCode: ['550'] },
});

let count = 0;

/** The body and the headers that prove an event; `signedAt` in seconds. */
export const sign = (
  event: unknown,
  {
    id = `msg_${++count}`,
    with: signer = secret,
    signedAt = Math.floor(Date.now() / 1000),
  }: { id?: string; with?: string; signedAt?: number } = {},
): { body: string; headers: Record<string, string> } => {
  const body = typeof event === 'string' ? event : JSON.stringify(event, null, 2);
  const headers = signEvent(body, { id, secret: signer, nowMs: signedAt * 1000 });
  return { body, headers: { ...headers, 'Content-Type': 'application/json' } };
};
