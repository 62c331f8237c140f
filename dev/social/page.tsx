import type { ReactNode } from 'react';
import { render, Time } from '../resend/page.tsx';

export type Posted = { id: string; text: string; at: string };

/** What stands on an account, the newest on top. */
export const socialPage = (network: string, posts: readonly Posted[]): string =>
  render(
    network,
    <div className="whole-list">
      <h1>What the shop has posted on {network}</h1>
      <p className="muted">
        {posts.length === 1 ? '1 post' : `${posts.length} posts`}. A stand-in: nothing leaves this
        computer. <a href="/shop/updates">What the shop tells</a>
      </p>
      {posts.length === 0 && <p>Nothing yet. Share a new date or a restock in the shop.</p>}
      {posts.length > 0 && (
        <ol>
          {posts.toReversed().map(({ id, text, at }) => (
            <li key={id} id={id} className="row">
              <p className="meta">
                <Time at={at} />
              </p>
              <p className="post">{linked(text)}</p>
            </li>
          ))}
        </ol>
      )}
    </div>,
  );

/** As networks show it: an address is a link. */
const linked = (text: string): ReactNode[] =>
  text.split(/(https?:\/\/\S+)/).map((part) =>
    part.startsWith('http') ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
