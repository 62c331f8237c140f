import type { Hono } from 'hono';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { mountAccountActs } from './account-acts.tsx';
import { mountAudit } from './audit-page.tsx';
import { mountList } from './people-page.tsx';
import { mountPerson } from './person-page.tsx';

/** Who may work here, and what they did. */
export const mountPeople = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  mountList(app, deps);
  mountAudit(app, deps);
  mountPerson(app, deps);
  mountAccountActs(app, deps);
};
