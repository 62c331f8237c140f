import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { AppDeps } from '../../deps.ts';
import { formIdIn } from '../../html/form-id.ts';
import type { AppEnv } from '../../http/env.ts';
import { isSameSite } from '../../http/same-site.ts';
import { type Found, withOrder } from '../parts/find-page.ts';
import { foreignChangePage } from '../parts/refusal-page.ts';
import { dayIn, periodSpan } from './days.ts';
import { periodPage } from './period-page.tsx';
import { noPeriod } from './refused.ts';
import { speak } from './speak.ts';
import { maySetPeriod, policyFor } from './standing.ts';

/** The routes by which a customer sets the last day to deliver, once another was missed. */
export const mountPeriodRoutes = (app: Hono<AppEnv>, deps: AppDeps): void => {
  app.get('/b/:token/further-period', (c) =>
    withOrder(deps, c, (found) =>
      maySetPeriod(found.page)
        ? c.html(periodPage({ ...found, formId: randomUUID(), isBad: false }))
        : c.html(noPeriod(found), isEuropean(found) ? 200 : 404),
    ),
  );
  app.post('/b/:token/further-period', (c) =>
    withOrder(deps, c, (found) =>
      isSameSite(c, deps.config.publicUrl)
        ? answerForm(deps, c, found)
        : c.html(foreignChangePage(found), 403),
    ),
  );
};

const answerForm = async (deps: AppDeps, c: Context<AppEnv>, found: Found): Promise<Response> => {
  const { page, path } = found;
  if (!isEuropean(found)) return c.html(noPeriod(found), 409);
  const text = await c.req.text();
  const until = dayIn(new URLSearchParams(text), 'until', periodSpan(page));
  if (until === null) {
    return maySetPeriod(page)
      ? c.html(periodPage({ ...found, formId: randomUUID(), isBad: true }), 422)
      : c.html(noPeriod(found), 409);
  }
  const wordId = `period/page-${formIdIn(text)}`;
  const answer = await speak(deps, page, {
    ...{ type: 'SetFurtherPeriod', wordId, channel: 'page', until },
  });
  if (answer === 'unknown') return c.redirect(path, 303);
  return 'refused' in answer
    ? c.html(noPeriod(found), 409)
    : c.redirect(`${path}?done=period`, 303);
};

const isEuropean = ({ page }: Found): boolean => ['eu', 'uk'].includes(policyFor(page));
