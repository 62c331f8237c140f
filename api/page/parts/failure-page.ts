import type { Context, ErrorHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppDeps } from '../../deps.ts';
import type { AppEnv } from '../../http/env.ts';
import { handleFailure } from '../../http/failure.ts';
import { messagePage } from './message-page.tsx';
import { reach, type Shop } from './order-page.ts';

/** Says in words for people what the API would say as a problem, with the same status and log. */
export const showFailure = ({ config, logger }: AppDeps): ErrorHandler<AppEnv> => {
  const toProblem = handleFailure({ publicUrl: config.publicUrl, logger });
  return async (error, c) => {
    const answer = await toProblem(error, c);
    const retryAfter = answer.headers.get('Retry-After');
    if (retryAfter !== null) c.header('Retry-After', retryAfter);
    const status = answer.status as ContentfulStatusCode;
    return c.html(messagePage({ shop: config.shop, ...wordsFor(status, config.shop) }), status);
  };
};

const wordsFor = (status: number, shop: Shop) => {
  if (status === 429) return tooMany;
  if (status === 413) return tooLong(shop);
  return status === 503 ? outage : defect(shop);
};

/** Why a link opens no page. */
export type Dead = 'unknown' | 'replaced' | 'erased';

/** Says why the link opens no order. */
export const deadLink = (c: Context, shop: Shop, why: Dead): Response | Promise<Response> =>
  c.html(messagePage({ shop, ...deadLinks[why](shop) }), why === 'unknown' ? 404 : 410);

/** Says that nothing is to be read here, where only a form of ours goes, and leads back. */
export const formsOnly = (c: Context, shop: Shop): Response | Promise<Response> => {
  const path = c.req.path.split('/').slice(0, 3).join('/');
  return c.html(
    messagePage({
      ...{ shop, path, heading: 'There is nothing to see here' },
      texts: ['This address only takes what is sent from your order page. Nothing was changed.'],
    }),
    405,
  );
};

const deadLinks: Record<Dead, (shop: Shop) => { heading: string; texts: string[] }> = {
  // Friendly, because most who see it have followed a link that a mail program has cut.
  unknown: (shop) => ({
    heading: 'We cannot find this order',
    texts: [
      'Please check that the link is complete: long links are sometimes cut off.',
      `If it still does not work, please ${reach({ shop })}.`,
    ],
  }),
  replaced: (shop) => ({
    heading: 'This link was replaced by a new one',
    texts: [
      'To keep the order safe, the old link no longer opens it. Please use the link in the newest email about the order.',
      `If you do not have one, please ${reach({ shop })}.`,
    ],
  }),
  erased: (shop) => ({
    heading: 'This page was removed',
    texts: [
      'The order is closed, and the personal data that belonged to it was deleted.',
      `If you have a question about it, please ${reach({ shop })}.`,
    ],
  }),
};

const outage = {
  heading: 'Please try again in a moment',
  texts: [
    'We cannot reach your order right now. Your order is safe. If you were making a change, please check your order page in a minute to see whether it went through.',
  ],
};

const tooMany = {
  heading: 'That was a lot at once',
  texts: [
    'We have received many requests for this page in a short time. Please wait a minute, then try again. Your order is safe.',
  ],
};

const tooLong = (shop: Shop) => ({
  heading: 'Nothing was changed',
  texts: [
    `What your browser sent is longer than anything on our pages. Please go back to your order page and try again, or ${reach({ shop })}.`,
  ],
});

const defect = (shop: Shop) => ({
  heading: 'Something went wrong on our end',
  texts: [`Please try again later, or ${reach({ shop })}.`],
});
