import type { Site } from '../../html/site.ts';
import { Field, plainPage } from '../parts/plain-page.tsx';

/** `path` is where the page is served. */
type Props = Site & { path: string };

/** Asks for an order and its mail address. It looks the same for everybody. */
export const findPage = ({ path, ...site }: Props): string => {
  const say = site.words.say.findPage;
  return plainPage({
    ...site,
    title: say.title(),
    children: (
      <>
        <p>{say.intro()}</p>
        <form method="post" action={path}>
          <Field name="orderId" label={say.orderId()} />
          <Field name="email" label={say.email()} type="email" />
          <p>
            <button className="button go" type="submit">
              {say.send()}
            </button>
          </p>
        </form>
      </>
    ),
  });
};

/** The answer to all that was entered, whether there is such an order or not. */
export const sentPage = ({ path, ...site }: Props): string => {
  const say = site.words.say.findPage;
  return plainPage({
    ...site,
    title: say.sent(),
    children: (
      <>
        <p role="status">{say.sentText()}</p>
        <p>{say.sentNothing()}</p>
        <p>
          <a href={path}>{say.another()}</a>
        </p>
      </>
    ),
  });
};
