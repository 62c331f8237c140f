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
    return status === 503
      ? c.html(messagePage({ shop: config.shop, ...outage }), status)
      : c.html(messagePage({ shop: config.shop, ...defect(config.shop) }), status);
  };
};

/** Friendly, because most who see it have followed a link that a mail program has cut. */
export const unknownOrder = (c: Context, shop: Shop): Response | Promise<Response> =>
  c.html(
    messagePage({
      shop,
      heading: 'We cannot find this order',
      texts: [
        'Please check that the link is complete: long links are sometimes cut off.',
        `If it still does not work, please ${reach({ shop })}.`,
      ],
    }),
    404,
  );

const outage = {
  heading: 'Please try again in a moment',
  texts: [
    'We cannot reach your order right now. Your order is safe. If you were making a change, please check your order page in a minute to see whether it went through.',
  ],
};

const defect = (shop: Shop) => ({
  heading: 'Something went wrong on our end',
  texts: [`Please try again later, or ${reach({ shop })}.`],
});
