import type { Context } from 'hono';
import { noteConsent } from '../../../db/payment/mandates.ts';
import type { AppDeps } from '../../deps.ts';
import { formIdIn, isChecked } from '../../html/form-id.ts';
import type { AppEnv } from '../../http/env.ts';
import { OutcomeUnknown } from '../../temporal/port.ts';
import type { Found } from '../parts/find-page.ts';
import { nothingToPayPage } from '../parts/refusal-page.ts';
import { agreePage } from './agree-page.tsx';

/**
 * Takes the customer's consent to the mandate that the page showed them. Null once it is taken, also
 * if it was before; else the answer that says why not. A form without the box changes nothing.
 */
export const takeConsent = async (
  deps: AppDeps,
  c: Context<AppEnv>,
  found: Found,
  form: string,
): Promise<Response | null> => {
  const { order, now: at } = found.page;
  const formId = formIdIn(form);
  if (!isChecked(form, 'agree')) {
    return c.html(agreePage({ ...found, formId, problem: 'unchecked' }), 422);
  }
  await noteConsent(deps.db.sql, { orderId: order.orderId, at });
  try {
    const request = { type: 'AcceptMandate' as const };
    const answer = await deps.acts.act(order.orderId, request, { id: `agree/${formId}` });
    if (!('refused' in answer)) return null;
    return c.html(nothingToPayPage({ ...found, code: answer.refused }), 409);
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    c.header('Retry-After', '5');
    return c.html(agreePage({ ...found, formId, problem: 'lost' }), 503);
  }
};
