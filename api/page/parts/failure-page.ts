import type { Context, ErrorHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppDeps } from '../../deps.ts';
import { allowPictures } from '../../html/pictures.ts';
import { reachOf, type Site } from '../../html/site.ts';
import type { AppEnv } from '../../http/env.ts';
import { handleFailure } from '../../http/failure.ts';
import { messagePage } from './message-page.tsx';
import { siteFor } from './visitor.ts';

/** What the pages need that know of no order. */
type Deps = Parameters<typeof siteFor>[0];

/** Says in words for people what the API would say as a problem, with the same status and log. */
export const showFailure = (deps: Deps & Pick<AppDeps, 'config' | 'logger'>) => {
  const { config, logger } = deps;
  const toProblem = handleFailure({ publicUrl: config.publicUrl, logger });
  const toPage: ErrorHandler<AppEnv> = async (error, c) => {
    const answer = await toProblem(error, c);
    const retryAfter = answer.headers.get('Retry-After');
    if (retryAfter !== null) c.header('Retry-After', retryAfter);
    const status = answer.status as ContentfulStatusCode;
    const site = siteFor(deps, c);
    allowPictures(c, site.shop);
    return c.html(messagePage({ ...site, ...failureWords(site, status) }), status);
  };
  return toPage;
};

type Words = { heading: string; texts: string[] };

const failureWords = (site: Site, status: number): Words => {
  const say = site.words.say.failurePage;
  if (status === 429) return { heading: say.tooMany(), texts: [say.tooManyWhy()] };
  if (status === 413) return { heading: say.tooLong(), texts: [say.tooLongWhy(reachOf(site))] };
  return status === 503
    ? { heading: say.outage(), texts: [say.outageWhy()] }
    : { heading: say.defect(), texts: [say.defectHelp(reachOf(site))] };
};

/** Why a link opens no page. */
export type Dead = 'unknown' | 'replaced' | 'erased';

/** Says why the link opens no order. */
export const deadLink = (
  c: Context<AppEnv>,
  deps: Deps,
  why: Dead,
): Response | Promise<Response> => {
  const site = siteFor(deps, c);
  allowPictures(c, site.shop);
  return c.html(messagePage({ ...site, ...deadWords(site, why) }), why === 'unknown' ? 404 : 410);
};

const deadWords = (site: Site, why: Dead): Words => {
  const say = site.words.say.failurePage;
  const reach = reachOf(site);
  switch (why) {
    // Friendly, because most who see it have followed a link that a mail program has cut.
    case 'unknown':
      return { heading: say.unknown(), texts: [say.unknownLink(), say.unknownHelp(reach)] };
    case 'replaced':
      return { heading: say.replaced(), texts: [say.replacedLink(), say.replacedHelp(reach)] };
    case 'erased':
      return { heading: say.erased(), texts: [say.erasedWhy(), say.erasedHelp(reach)] };
  }
};

/** Says that nothing is to be read here, where only a form of ours goes, and leads back. */
export const formsOnly = (c: Context<AppEnv>, deps: Deps): Response | Promise<Response> => {
  const path = c.req.path.split('/').slice(0, 3).join('/');
  const site = siteFor(deps, c);
  allowPictures(c, site.shop);
  const say = site.words.say.failurePage;
  const texts = [say.formsOnlyWhy()];
  return c.html(messagePage({ ...site, path, heading: say.formsOnly(), texts }), 405);
};
