import { Paragraphs, renderPage } from '../../html/layout.tsx';
import type { Site } from '../../html/site.ts';

type Props = Site & {
  heading: string;
  texts: readonly string[];
  /** Where the order's page is served, if there is one to go back to. */
  path?: string;
};

/** A page that says one thing. */
export const messagePage = ({ shop, words, heading, texts, path }: Props): string =>
  renderPage({
    ...{ shop, words },
    title: heading,
    children: (
      <>
        <h1>{heading}</h1>
        <Paragraphs texts={texts} />
        {path !== undefined && (
          <p>
            <a href={path}>{words.say.layoutPage.viewOrder()}</a>
          </p>
        )}
      </>
    ),
  });
