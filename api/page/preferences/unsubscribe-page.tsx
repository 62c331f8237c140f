import type { Words } from '../../../emails/words/lexicon.ts';
import { Paragraphs, renderPage } from '../../html/layout.tsx';
import type { Shop } from '../../html/site.ts';

/** `path`: where the link of this address is served. No page of it names the address. */
type Props = { shop: Shop; words: Words; path: string };

/** Asks whether updates shall stop. Showing it changes nothing; its button does. */
export const askPage = ({ shop, words, path }: Props): string => {
  const { question, asks, stays, button } = words.say.unsubscribePage;
  return saying(
    { shop, words, heading: question(), texts: [asks(), stays()] },
    {
      ...{ action: path, label: button() },
    },
  );
};

/** Updates are off. Says what mail stays, and offers the way back. */
export const donePage = ({ shop, words, path }: Props): string => {
  const { doneTitle, done, stays, regret, again } = words.say.unsubscribePage;
  return saying(
    { shop, words, heading: doneTitle(), texts: [done(), stays(), regret()] },
    {
      ...{ action: `${path}/again`, label: again() },
    },
  );
};

/** Updates are on again. */
export const backPage = ({ shop, words, path }: Props): string => {
  const { backTitle, back, button } = words.say.unsubscribePage;
  return saying(
    { shop, words, heading: backTitle(), texts: [back()] },
    {
      ...{ action: path, label: button() },
    },
  );
};

type Said = Omit<Props, 'path'>;

/** Nobody was given this link. */
export const unknownPage = ({ shop, words }: Said): string => {
  const { unknownTitle, unknown } = words.say.unsubscribePage;
  return saying({ shop, words, heading: unknownTitle(), texts: [unknown()] });
};

/** The link is used more often than a person would, and we no longer act on it for now. */
export const heardPage = ({ shop, words }: Said): string => {
  const { heardTitle, heard } = words.say.unsubscribePage;
  return saying({ shop, words, heading: heardTitle(), texts: [heard()] });
};

/** The form that would turn updates on again came from another website. */
export const strangePage = ({ shop, words }: Said): string => {
  const { foreignTitle, foreign } = words.say.unsubscribePage;
  return saying({ shop, words, heading: foreignTitle(), texts: [foreign()] });
};

const saying = (
  { shop, words, heading, texts }: Said & { heading: string; texts: string[] },
  form?: { action: string; label: string },
): string =>
  renderPage({
    ...{ shop, words, title: words.say.unsubscribePage.title() },
    children: (
      <>
        <h1>{heading}</h1>
        <Paragraphs texts={texts} />
        {form && (
          <form method="post" action={form.action}>
            <p>
              <button className="button go" type="submit">
                {form.label}
              </button>
            </p>
          </form>
        )}
      </>
    ),
  });
