import { civilDateIn } from '../../../workflows/calendar/zone.ts';
import { storyKinds, typesOf } from '../../../workflows/domain/desk/story-kind.ts';
import { withQuery } from '../parts/filter.tsx';
import { Day, readable, When } from '../parts/when.tsx';
import { pathOf } from './order.ts';
import type { OrderView } from './view.ts';
import { adviceWords } from './words.ts';

type Entry = OrderView['story']['entries'][number];

/** Everything that happened, the oldest first, a day at a time. `names`: who the operators are. */
export const StorySection = ({ view, names }: { view: OrderView; names: Names }) => {
  const { story, order, base, zone } = view;
  const path = `${base}${pathOf(order)}`;
  const days = daysOf(story.entries, zone);
  return (
    <section id="story" aria-labelledby="story-title" data-fresh>
      <h2 id="story-title">The story</h2>
      <nav aria-label="What the story tells" className="buttons">
        {[null, ...storyKinds].map((kind) => (
          <a
            key={kind ?? 'all'}
            href={`${kind === null ? path : withQuery(path, new URLSearchParams({ kind }))}#story`}
            aria-current={story.kind === kind ? 'true' : undefined}
          >
            {kind ?? 'everything'}
          </a>
        ))}
      </nav>
      {days.length === 0 && (
        <p className="empty">
          {story.kind === null
            ? 'Nothing has happened yet.'
            : 'Nothing of that kind has happened so far.'}
        </p>
      )}
      {days.map(({ on, entries }) => (
        <div key={on}>
          <h3>
            <Day on={on} />
          </h3>
          <ol>
            {entries.map((entry) => (
              <li key={entry.key}>
                <When at={entry.at} zone={zone} /> {readable(entry.summary, zone)}
                <Detail entry={entry} view={view} names={names} />
              </li>
            ))}
          </ol>
        </div>
      ))}
      <MoreStory view={view} path={path} />
    </section>
  );
};

export type Names = ReadonlyMap<string, string>;

const MoreStory = ({ view: { story }, path }: { view: OrderView; path: string }) => {
  if (story.next === null) return null;
  const query = new URLSearchParams({ after: String(story.next) });
  if (story.kind !== null) query.set('kind', story.kind);
  return (
    <p>
      <a href={`${withQuery(path, query)}#story`}>What happened after that</a>
    </p>
  );
};

const daysOf = (entries: readonly Entry[], zone: string): { on: string; entries: Entry[] }[] => {
  const days: { on: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const on = civilDateIn(entry.at, zone);
    const last = days.at(-1);
    if (last?.on === on) last.entries.push(entry);
    else days.push({ on, entries: [entry] });
  }
  return days;
};

/** How a bank said no, who did it, and what they gave as a reason. */
const Detail = ({ entry, view, names }: { entry: Entry; view: OrderView; names: Names }) => {
  const { type, detail } = entry;
  const said = detailWords(type, detail, names);
  const messageId = textOf(detail.messageId);
  const { base, order } = view;
  if (said.length === 0 && messageId === undefined) return null;
  return (
    <div className="muted">
      {said.map((words) => (
        <div key={words}>
          <bdi>{words}</bdi>
        </div>
      ))}
      {messageId !== undefined && (
        <a href={`${base}${pathOf(order)}/messages/${encodeURIComponent(messageId)}`}>
          Read that mail
        </a>
      )}
    </div>
  );
};

const detailWords = (type: string, detail: Entry['detail'], names: Names): string[] => {
  const reason = textOf(detail.reason);
  const decline = detail.decline as Parameters<typeof adviceWords>[0] | undefined;
  const by = textOf(detail.by);
  return [
    decline && `The bank’s code: ${decline.code}. ${adviceWords(decline)}`,
    by && `By ${names.has(by) ? `${names.get(by)} (${by})` : by}.`,
    !ofMail.has(type) && reason !== undefined ? `Reason: ${reason}` : undefined,
    textOf(detail.note) && `Note: ${textOf(detail.note)}`,
    type !== 'PromiseWithdrawn' && textOf(detail.why) && `Why: ${textOf(detail.why)}`,
  ].filter((words): words is string => typeof words === 'string' && words !== '');
};

/** Their own words say why already. */
const ofMail: ReadonlySet<string> = new Set(typesOf.mail);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
