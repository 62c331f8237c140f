import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { AppDeps } from '../deps.ts';
import { formIdIn } from '../html/form-id.ts';
import type { AppEnv } from '../http/env.ts';
import { isSameSite } from '../http/same-site.ts';
import { choiceIn, isForItems, type Unclear } from './cancel-choice.ts';
import { cancelByForm } from './cancel-form.ts';
import { cancelItemsPage, cancelPage } from './cancel-page.tsx';
import { type Found, withOrder } from './parts/find-page.ts';
import { openUnits } from './parts/order-page.ts';
import { foreignPage, refusalCodeOf, refusalPage } from './parts/refusal-page.ts';
import { isBeingCancelled } from './words/kept.ts';

/** The routes by which a customer cancels the order or a part of it. Reading changes nothing. */
export const mountCancelRoutes = (app: Hono<AppEnv>, deps: AppDeps): void => {
  for (const [at, show] of [
    ['/b/:token/cancel', cancelPage],
    ['/b/:token/cancel/items', cancelItemsPage],
  ] as const) {
    app.get(at, (c) =>
      withOrder(deps, c, (found) => {
        if (isBeingCancelled(found.page)) return c.redirect(found.path, 303);
        return openUnits(found.page) > 0
          ? c.html(show({ ...found, formId: randomUUID(), problem: null }))
          : c.html(refusalPage({ ...found, code: refusalCodeOf(found.page) }));
      }),
    );
  }
  app.post('/b/:token/cancel', (c) =>
    withOrder(deps, c, (found) =>
      isSameSite(c, deps.config.publicUrl)
        ? answerForm(deps, c, found)
        : c.html(foreignPage(found), 403),
    ),
  );
};

const answerForm = async (deps: AppDeps, c: Context<AppEnv>, found: Found): Promise<Response> => {
  const text = await c.req.text();
  const form = new URLSearchParams(text);
  const choice = choiceIn(found.page, form);
  if (choice === 'keep') return c.redirect(found.path, 303);
  const formId = formIdIn(text);
  if (typeof choice === 'string') return askAgain(c, found, { formId, form, problem: choice });
  const lines = choice.cancel;
  const answer = await cancelByForm(deps, found.page.order, { formId, lines });
  // The page says that we have it, for as long as it is not carried out.
  if (answer === 'unknown') return c.redirect(found.path, 303);
  if ('refused' in answer) {
    return c.html(refusalPage({ ...found, code: answer.refused }), 409);
  }
  return c.redirect(`${found.path}?done=${lines === null ? 'cancelled' : 'items'}`, 303);
};

type Unanswered = { formId: string; form: URLSearchParams; problem: Unclear };

const askAgain = (
  c: Context<AppEnv>,
  found: Found,
  { form, ...asked }: Unanswered,
): Response | Promise<Response> => {
  const { page } = found;
  if (openUnits(page) === 0)
    return c.html(refusalPage({ ...found, code: refusalCodeOf(page) }), 409);
  const html = isForItems(form)
    ? cancelItemsPage({ ...found, ...asked, form })
    : cancelPage({ ...found, ...asked });
  return c.html(html, 422);
};
