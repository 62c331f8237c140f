import { answerOf, type Meanwhile } from '../../plugins/client/client.ts';
import type { ShopLinks } from './layout.tsx';

/** The newest stock updates, as any reader of the feed gets them. */
export const listUpdates = async (api: Meanwhile) =>
  (await answerOf(api.GET('/feeds/updates.json'))).items;

type Item = Awaited<ReturnType<typeof listUpdates>>[number];

/** What the shop tells everybody, and where else it can be read. */
export const Updates = ({ items, links }: { items: readonly Item[]; links: ShopLinks }) => (
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
    {items.length === 0 && <p className="muted">Nothing yet: order something.</p>}
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
