import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppDeps } from '../../deps.ts';
import { handleFailure } from '../../http/failure.ts';
import { maxFileBytes } from '../access/form.ts';
import { Refused } from '../call.ts';
import type { DeskEnv } from '../env.ts';
import { showPage } from './layout.tsx';
import { RefusalNote } from './refusal.tsx';

/** Says as a page of the desk what went wrong, with the status and the log of the API. */
export const showDeskFailure = ({
  config,
  logger,
}: Pick<AppDeps, 'config' | 'logger'>): ErrorHandler<DeskEnv> => {
  const toProblem = handleFailure({ publicUrl: config.publicUrl, logger });
  return async (error, c) => {
    if (error instanceof Refused) {
      const { refusal } = error;
      const children = <RefusalNote refusal={refusal} />;
      return showPage(
        c,
        { title: refusal.title, children },
        refusal.status as ContentfulStatusCode,
      );
    }
    const status =
      error instanceof HTTPException ? error.status : (await toProblem(error, c)).status;
    const [title, text] = wordsFor(status as number, error.message);
    return showPage(c, { title, children: <p>{text}</p> }, status as ContentfulStatusCode);
  };
};

const wordsFor = (status: number, message: string): [string, string] => {
  if (message === 'foreign') {
    return ['This form is too old', 'Open the page once more and send it again. Nothing was done.'];
  }
  if (message === 'no text') {
    return ['This file is no text', 'Save it as CSV in UTF-8 and send that. Nothing was done.'];
  }
  switch (status) {
    case 403:
      return ['Not for your role', 'Someone with another role can do that. Nothing was done.'];
    case 404:
      return ['Nothing is here', 'It may have been erased, or the address has a slip of the pen.'];
    case 413:
      return [
        'That is too long',
        `A file may have ${maxFileBytes / 1024 / 1024} MB here, and all else of a form a quarter of one. Send less at once. Nothing was done.`,
      ];
    case 422:
      return ['The address is not right', 'Go back to the list and begin anew. Nothing was done.'];
    case 429:
      return ['Too many at once', 'Wait a minute and try again.'];
    case 503:
      return ['It does not answer just now', 'Something that this page needs is out. Try again.'];
    default:
      return ['It did not work', 'The fault is ours and was written down. Nothing more is known.'];
  }
};
