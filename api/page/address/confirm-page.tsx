import type { Site } from '../../html/site.ts';
import { plainPage, sayPage } from '../parts/plain-page.tsx';

/** `path` is where the page is served. */
export const confirmPage = ({ path, ...site }: Site & { path: string }): string => {
  const say = site.words.say.addressConfirmPage;
  return plainPage({
    ...site,
    title: say.title(),
    children: (
      <>
        <p>{say.question()}</p>
        <form method="post" action={path}>
          <p>
            <button className="button go" type="submit">
              {say.confirm()}
            </button>
          </p>
        </form>
        <p className="privacy muted">{say.otherwise()}</p>
      </>
    ),
  });
};

export type End = 'done' | 'expired' | 'unknown' | 'foreign';

/** What became of the change, or why nothing did. It tells nothing of the order. */
export const endPage = ({ end, ...site }: Site & { end: End }): string => {
  const say = site.words.say.addressConfirmPage;
  return sayPage({ ...site, title: say[end](), texts: [say[`${end}Text`]()] });
};
