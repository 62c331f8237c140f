import { Hono } from 'hono';
import { except } from 'hono/combine';
import { secrecy } from '../html/secrecy.ts';
import { limitBody, maxBodyBytes } from '../http/limit-body.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { maxFileBytes } from './access/form.ts';
import { findOperator } from './access/session.ts';
import { mountSignIn } from './access/sign-in-routes.tsx';
import type { Answer } from './call.ts';
import type { DeskDeps, DeskEnv } from './env.ts';
import { mountMessages } from './messages/routes.tsx';
import { mountOrder } from './order/routes.tsx';
import { mountOrders } from './orders/routes.tsx';
import { showDeskFailure } from './parts/failure.tsx';
import { mountScript } from './parts/script.ts';
import { stylesheet } from './parts/stylesheet.ts';
import { mountPeople } from './people/routes.tsx';
import { mountPlumbing } from './plumbing/routes.tsx';
import { sendRowsPath } from './plumbing/uploads.tsx';
import { mountProducts } from './products/routes.tsx';
import { mountResults } from './results/routes.tsx';
import { mountSupplies } from './supplies/routes.tsx';
import { mountToday } from './today/routes.tsx';

/** A file with its form around it; its line ends may be of two bytes when it comes once more. */
const maxFormBytes = maxFileBytes + 4 * maxBodyBytes;

/**
 * The pages of those who run the shop. Each act goes through the API itself, as its caller may call
 * it; `answer` is the app.
 */
export const deskRoutes = (deps: DeskDeps, answer: Answer): Hono<DeskEnv> => {
  const headers = pageHeaders({ scripts: true, inlineStyles: false });
  const app = new Hono<DeskEnv>();
  mountScript(app);
  app
    .get(stylesheet.path, stylesheet.send)
    .use('/desk/*', secrecy, headers, findOperator(deps, answer))
    .use('/desk/*', except(sendRowsPath, limitBody(maxBodyBytes)))
    .use(sendRowsPath, limitBody(maxFormBytes));
  app.onError(showDeskFailure(deps));
  for (const mount of [
    mountSignIn,
    mountToday,
    mountOrders,
    mountOrder,
    mountProducts,
    mountSupplies,
    mountResults,
    mountMessages,
    mountPlumbing,
    mountPeople,
  ]) {
    mount(app, deps);
  }
  return app;
};
