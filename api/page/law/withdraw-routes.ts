import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { updateCustomer } from '../../../db/backorder/customer.ts';
import { appendTimeline } from '../../../db/record/timeline.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { AppDeps } from '../../deps.ts';
import { formIdIn, isPicked } from '../../html/form-id.ts';
import type { AppEnv } from '../../http/env.ts';
import { nowOf } from '../../http/order-time.ts';
import { isSameSite } from '../../http/same-site.ts';
import { type Found, withOrder } from '../parts/find-page.ts';
import { foreignChangePage } from '../parts/refusal-page.ts';
import { nothingToWithdraw } from './refused.ts';
import { speak } from './speak.ts';
import { hasSaid, mayWithdraw, policyFor, withdrawnAt } from './standing.ts';
import { type Problem, withdrawPage } from './withdraw-page.tsx';

/**
 * The routes of the Union's withdrawal: reading the statement changes nothing, confirming it does.
 * Elsewhere there is no such page.
 */
export const mountWithdrawRoutes = (app: Hono<AppEnv>, deps: AppDeps): void => {
  app.get('/b/:token/withdraw', (c) =>
    withOrder(deps, c, (found) => {
      const { page, path } = found;
      if (hasSaid(page, 'WithdrawContract') || withdrawnAt(page) !== null) {
        return c.redirect(path, 303);
      }
      if (!mayWithdraw(page)) {
        return c.html(nothingToWithdraw(found), policyFor(page) === 'eu' ? 200 : 404);
      }
      const name = page.order.name ?? '';
      return c.html(withdrawPage({ ...found, formId: randomUUID(), name, problem: null }));
    }),
  );
  app.post('/b/:token/withdraw', (c) =>
    withOrder(deps, c, (found) =>
      isSameSite(c, deps.config.publicUrl)
        ? answerForm(deps, c, found)
        : c.html(foreignChangePage(found), 403),
    ),
  );
};

/** Only a plain yes withdraws, which no button says by itself, and somebody has to say it. */
const problemOf = (form: URLSearchParams, name: string): Problem | null => {
  if (!isPicked(form, { name: 'answer', value: 'yes' })) return 'unanswered';
  return name === '' ? 'nameless' : null;
};

const longestName = 200;

const answerForm = async (deps: AppDeps, c: Context<AppEnv>, found: Found): Promise<Response> => {
  const { page, path } = found;
  if (policyFor(page) !== 'eu') return c.html(nothingToWithdraw(found), 409);
  const text = await c.req.text();
  const formId = formIdIn(text);
  const form = new URLSearchParams(text);
  if (isPicked(form, { name: 'answer', value: 'no' })) return c.redirect(path, 303);
  const name = nameIn(form);
  const problem = problemOf(form, name);
  if (problem !== null) {
    return mayWithdraw(page)
      ? c.html(withdrawPage({ ...found, formId, name, problem }), 422)
      : c.html(nothingToWithdraw(found), 409);
  }
  if (name !== page.order.name && mayWithdraw(page)) await rename(deps, found, { name, formId });
  const wordId = `withdraw/page-${formId}`;
  const answer = await speak(deps, page, { type: 'WithdrawContract', wordId, channel: 'page' });
  if (answer === 'unknown') return c.redirect(path, 303);
  return 'refused' in answer
    ? c.html(nothingToWithdraw(found), 409)
    : c.redirect(`${path}?done=withdrawn`, 303);
};

/** One line, as long as a checkout takes; empty when nothing of it can be read. */
const nameIn = (form: URLSearchParams): string => {
  const line = (form.get('name') ?? '').replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  // A cut may leave half a letter.
  const name = line
    .slice(0, longestName)
    .replaceAll(/\p{Cs}/gu, '')
    .trim();
  return /(?!\p{DI})[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? name : '';
};

/** Whoever withdraws says who they are, and our acknowledgement calls them so. */
const rename = (
  { db }: Pick<AppDeps, 'db'>,
  { page: { order } }: Found,
  { name, formId }: { name: string; formId: string },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    const { orderId } = order;
    await updateCustomer(sql, orderId, { name });
    await appendTimeline(sql, [
      {
        ...{ orderId, key: `page/name/${formId}`, at: nowOf(order), type: 'CustomerChanged' },
        summary: 'The customer gave their name as they withdrew',
      },
    ]);
  });
