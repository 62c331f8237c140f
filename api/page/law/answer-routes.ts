import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { AppDeps } from '../../deps.ts';
import { formIdIn, isPicked } from '../../html/form-id.ts';
import type { AppEnv } from '../../http/env.ts';
import { isSameSite } from '../../http/same-site.ts';
import { type Found, findPage, withOrder } from '../parts/find-page.ts';
import { foreignChangePage } from '../parts/refusal-page.ts';
import { isBeingCancelled } from '../words/kept.ts';
import { choiceIn, type Unclear } from './answer-choice.ts';
import { answerPage } from './answer-page.tsx';
import { nothingToAnswer } from './refused.ts';
import { speak } from './speak.ts';
import { hasSaid, openNotice } from './standing.ts';

/** The routes by which a customer answers a notice of a delay. Reading changes nothing. */
export const mountAnswerRoutes = (app: Hono<AppEnv>, deps: AppDeps): void => {
  app.get('/b/:token/answer', (c) =>
    withOrder(deps, c, (found) => {
      const { page, path } = found;
      // The page says that we have what they said.
      if (hasSaid(page, 'AnswerNotice') || isBeingCancelled(page)) return c.redirect(path, 303);
      const notice = openNotice(page);
      if (notice === null) return c.html(nothingToAnswer(found));
      const choose = c.req.query('choose') === 'cancel' ? 'cancel' : 'keep';
      return c.html(answerPage({ ...found, notice, choose, formId: randomUUID(), problem: null }));
    }),
  );
  app.post('/b/:token/answer', (c) =>
    withOrder(deps, c, (found) =>
      isSameSite(c, deps.config.publicUrl)
        ? answerForm(deps, c, found)
        : c.html(foreignChangePage(found), 403),
    ),
  );
};

const answerForm = async (deps: AppDeps, c: Context<AppEnv>, found: Found): Promise<Response> => {
  const text = await c.req.text();
  const form = new URLSearchParams(text);
  const { page, path } = found;
  const choice = choiceIn(page, page.order.view?.law.notice ?? null, form);
  if (choice === 'stay') return c.redirect(path, 303);
  if (typeof choice === 'string') return askAgain(c, found, { form, problem: choice });
  const wordId = `answer/page-${formIdIn(text)}`;
  const { accept, until = null } = { until: null, ...choice };
  const answer = await speak(deps, page, {
    ...{ type: 'AnswerNotice', wordId, channel: 'page', accept, until },
  });
  if (answer === 'unknown') return c.redirect(path, 303);
  if (!('refused' in answer)) {
    return c.redirect(`${path}?done=${accept ? 'answered' : 'cancelled'}`, 303);
  }
  // What has happened since tells why it was refused.
  const now = await findPage(deps, c.req.param('token') ?? '');
  const fresh = typeof now === 'string' ? found : now;
  return answer.refused === 'until_too_early'
    ? askAgain(c, fresh, { form, problem: 'changed' })
    : c.html(nothingToAnswer(fresh), 409);
};

type Unanswered = { form: URLSearchParams; problem: Unclear };

/** The form again, with a new id: what it says next is another word. */
const askAgain = (
  c: Context<AppEnv>,
  found: Found,
  { form, problem }: Unanswered,
): Response | Promise<Response> => {
  const notice = openNotice(found.page);
  if (notice === null) return c.html(nothingToAnswer(found), 409);
  const choose = isPicked(form, { name: 'choice', value: 'cancel' }) ? 'cancel' : 'keep';
  const html = answerPage({ ...found, notice, choose, formId: randomUUID(), problem });
  return c.html(html, 422);
};
