import type { Context } from 'hono';
import { mayDo } from '../access/scopes.ts';
import { type DeskEnv, deskOf } from '../env.ts';

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

/** Leads from one page of the plumbing to the others that the operator may see. */
export const PlumbingNav = ({ c, at }: { c: Context<DeskEnv>; at: PlumbingPage }) => {
  const { base, operator } = deskOf(c);
  const mayAct = mayDo(operator.role, ['admin']);
  return (
    <nav className="buttons" aria-label="Plumbing">
      {pages
        .filter(([path]) => path !== '/keys' || mayAct)
        .map(([path, name]) => (
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
};
