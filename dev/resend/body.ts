import { type Email, parseEmail } from './email.ts';
import { type ResendError, resendError } from './errors.ts';

/** The mails of one request, and what is answered once they have their ids. */
export type Body = { emails: Email[]; answer: (ids: string[]) => object };

export const readOne = (body: unknown): Body | ResendError => {
  const email = parseEmail(body);
  return 'statusCode' in email ? email : { emails: [email], answer: ([id]) => ({ id }) };
};

/** All or nothing, which is what the SDK asks for by default. */
export const readBatch = (body: unknown): Body | ResendError => {
  if (!Array.isArray(body) || body.length === 0 || body.length > 100)
    return resendError('validation_error', 'The request body must be an array of 1 to 100 emails.');
  const emails: Email[] = [];
  for (const one of body) {
    const email = parseEmail(one);
    if ('statusCode' in email) return email;
    emails.push(email);
  }
  return { emails, answer: (ids) => ({ data: ids.map((id) => ({ id })) }) };
};
