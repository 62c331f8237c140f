import Stripe from 'stripe';
import { ZodError } from 'zod';
import { MeanwhileError } from '../../plugins/client/client.ts';

/** What the shop shows when something was no yes; the API's own answer as RFC 9457 has it. */
export type Problem = {
  status: number;
  code: string;
  title: string;
  detail: string;
  /** Each thing that is wrong with a body, by JSON Pointer. */
  errors?: { pointer: string; detail: string }[];
};

/** Whatever was thrown, to be shown plainly. What nobody foresaw is thrown again. */
export const asProblem = (error: unknown): Problem => {
  if (error instanceof MeanwhileError) return error.problem;
  if (error instanceof Stripe.errors.StripeError) {
    const code = error.code ?? error.type;
    return { status: 422, code, title: 'Stripe did not take the card', detail: error.message };
  }
  if (error instanceof ZodError) {
    const detail = error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`);
    return { status: 422, code: 'form', title: 'The form is not valid', detail: detail.join('; ') };
  }
  throw error;
};
