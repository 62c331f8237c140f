import { createHmac } from 'node:crypto';

/** The headers that prove a body, as Standard Webhooks has it (resend.com/docs/webhooks). */
export const signEvent = (
  body: string,
  { id, secret, nowMs }: { id: string; secret: string; nowMs: number },
): Record<string, string> => {
  const at = Math.floor(nowMs / 1000);
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const v1 = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
  return { 'svix-id': id, 'svix-timestamp': String(at), 'svix-signature': `v1,${v1}` };
};
