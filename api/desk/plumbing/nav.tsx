const pages = [
  ['', 'How it stands'],
  ['/webhooks', 'Webhooks in'],
  ['/endpoints', 'Webhooks out'],
  ['/shops', 'Shops'],
  ['/uploads', 'Uploads'],
  ['/books', 'Reconciliation'],
  ['/keys', 'API keys'],
  ['/brand', 'Brand and words'],
] as const;

export type PlumbingPage = (typeof pages)[number][0];

/** Leads from one page of the plumbing to the others. */
export const PlumbingNav = ({ base, at }: { base: string; at: PlumbingPage }) => (
  <nav className="buttons" aria-label="Plumbing">
    {pages.map(([path, name]) => (
      <a
        key={path}
        href={`${base}/desk/plumbing${path}`}
        aria-current={path === at ? 'page' : undefined}
      >
        {name}
      </a>
    ))}
  </nav>
);
