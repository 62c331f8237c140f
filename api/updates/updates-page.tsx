import type { PublishedUpdate } from '../../db/updates/published.ts';
import { renderPage } from '../html/layout.tsx';
import type { Site } from '../html/site.ts';
import { sayUpdate } from './say.ts';

type Props = Site & {
  updates: readonly PublishedUpdate[];
  timeZone: string;
  /** The page of all of them, where this is not it. */
  allAt: string | null;
};

/** The news as a page, the newest on top. */
export const updatesPage = ({ shop, words, updates, timeZone, allAt }: Props): string => {
  const say = words.say.updatesPage;
  return renderPage({
    ...{ shop, words, title: say.title() },
    children: (
      <>
        <h1>{say.title()}</h1>
        <p>{updates.length === 0 ? say.none() : say.about()}</p>
        {updates.map((update) => (
          <Update key={update.updateId} update={update} words={words} timeZone={timeZone} />
        ))}
        {allAt !== null && (
          <p>
            <a href={allAt}>{say.all()}</a>
          </p>
        )}
      </>
    ),
  });
};

const Update = ({
  update,
  words,
  timeZone,
}: Pick<Props, 'words' | 'timeZone'> & { update: PublishedUpdate }) => {
  const { title, text, note } = sayUpdate(update, words);
  return (
    <section id={update.updateId}>
      <h2>{title}</h2>
      <p>{text}</p>
      {note !== null && <p>{note}</p>}
      <p className="muted">
        <time dateTime={update.updatedAt}>{words.time(update.updatedAt, timeZone)}</time>
        {update.url !== null && (
          <>
            {' · '}
            <a href={update.url}>{words.say.updatesPage.toProduct()}</a>
          </>
        )}
      </p>
    </section>
  );
};
