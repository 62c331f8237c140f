import { mayDo } from '../access/scopes.ts';
import type { Desk } from '../env.ts';

export const room = '/desk/messages';

const pages = [
  { path: room, name: 'Health' },
  { path: `${room}/list`, name: 'All messages' },
  { path: `${room}/gallery`, name: 'Gallery' },
  { path: `${room}/suppressions`, name: 'Suppressions', isPersonal: true },
  { path: `${room}/preferences`, name: 'Preferences', isPersonal: true },
];

/** The pages of the room that the operator may open. */
export const Tabs = ({ desk, at }: { desk: Desk; at: string }) => (
  <nav className="pager" aria-label="Messages">
    {pages
      .filter(({ isPersonal }) => !isPersonal || mayDo(desk.operator.role, ['support']))
      .map(({ path, name }) => (
        <a key={path} href={`${desk.base}${path}`} aria-current={path === at ? 'page' : undefined}>
          {name}
        </a>
      ))}
  </nav>
);

/** The list of messages that these words narrow it to. */
export const listOf = (desk: Pick<Desk, 'base'>, query: Record<string, string>): string =>
  `${desk.base}${room}/list?${new URLSearchParams(query)}`;
