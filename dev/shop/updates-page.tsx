import type { Api } from './api.ts';
import type { ShopLinks } from './layout.tsx';

/** An item of a JSON Feed, as far as the shop shows it. */
type Item = { id: string; url: string; title: string; content_text: string; date_modified: string };

type Known = { state: 'waiting' | 'published' | 'withdrawn' };

/** The newest stock updates, as any reader of the feed gets them, and how many are not out yet. */
export const listUpdates = async (api: Api): Promise<{ items: Item[]; waiting: number }> => {
  const [{ items }, { data }] = await Promise.all([
    api.get<{ items: Item[] }>('/feeds/updates.json'),
    api.get<{ data: Known[] }>('/v1/updates'),
  ]);
  return { items, waiting: data.filter(({ state }) => state === 'waiting').length };
};

/** What the shop tells everybody, and where else it can be read. */
export const Updates = ({
  items,
  waiting,
  links,
}: Awaited<ReturnType<typeof listUpdates>> & { links: ShopLinks }) => (
  <section id="updates" data-live="" aria-labelledby="updates-title">
    <h1 id="updates-title">Stock updates</h1>
    <p>
      What is on backorder, and what the shop chose to share: dates that move, deliveries that
      arrive.
    </p>
    <p className="links">
      <a href={`${links.publicUrl}/feeds/updates.atom`}>Atom</a>
      <a href={`${links.publicUrl}/feeds/updates.json`}>JSON Feed</a>
      <a href={`${links.publicUrl}/updates`}>The shop’s own page</a>
      <a href={new URL('/mastodon', links.inboxUrl).href}>On Mastodon</a>
      <a href={new URL('/bluesky', links.inboxUrl).href}>On Bluesky</a>
    </p>
    {waiting > 0 && (
      <p className="muted">
        {waiting === 1 ? '1 update waits' : `${waiting} updates wait`} until the customers concerned
        have been told; a notice of the night goes out in the morning of its customer.
      </p>
    )}
    {items.length === 0 && waiting === 0 && <p className="muted">Nothing yet: order something.</p>}
    <div className="stories">
      {items.map(({ id, url, title, content_text: text, date_modified: at }) => (
        <article key={id} className="card">
          <h2>
            <a href={url}>{title}</a>
          </h2>
          {text.split('\n\n').map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p className="muted">
            <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')} UTC</time>
          </p>
        </article>
      ))}
    </div>
  </section>
);
