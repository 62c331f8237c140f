import type { ReactNode } from 'react';

/** A form whose answers are the address of the list: it can be kept, and sent to others. */
export const Filter = ({ path, children }: { path: string; children: ReactNode }) => (
  <form className="filter" method="get" action={path}>
    {children}
    <button type="submit">Search</button>
    <a href={path}>Clear</a>
  </form>
);

type Pages = { path: string; query: URLSearchParams; nextCursor: string | null; csv?: string };

/** Leads on through a list by its key, and gives it whole as CSV where it can. */
export const Pager = ({ path, query, nextCursor, csv }: Pages) => {
  const without = new URLSearchParams(query);
  without.delete('cursor');
  const next = new URLSearchParams(without);
  if (nextCursor !== null) next.set('cursor', nextCursor);
  return (
    <nav className="pager" aria-label="Pages">
      {query.has('cursor') && <a href={withQuery(path, without)}>First page</a>}
      {nextCursor !== null && <a href={withQuery(path, next)}>Next page</a>}
      {csv !== undefined && <a href={withQuery(csv, without)}>CSV</a>}
    </nav>
  );
};

/** The address with its query, if there is one. */
export const withQuery = (path: string, query: URLSearchParams): string =>
  query.size === 0 ? path : `${path}?${query}`;
