import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ReactNode } from 'react';
import type { Scope } from '../../access/auth.ts';
import type { AppDeps } from '../../deps.ts';
import { isFormId } from '../../html/form-id.ts';
import { allow } from '../access/allow.ts';
import { Refused } from '../call.ts';
import { type DeskEnv, deskOf } from '../env.ts';
import { leadTo, type Section, showPage } from './layout.tsx';
import { RefusalNote } from './refusal.tsx';

export type Form = URLSearchParams;

/** `actId` is the same however often the form is sent: whatever it does is done once. */
type Asked<Found> = { c: Context<DeskEnv>; found: Found; form: Form; actId: string };

/**
 * An act in three steps: what is wanted, what will follow from it, and that it is done. Each is a
 * page, the last one leads away. Whoever lacks the scopes sees none of them.
 */
export type Act<Found> = {
  /** Where its pages are, such as `/desk/orders/:orderId/cancel`. */
  path: string;
  scopes: [Scope, ...Scope[]];
  at: Section;
  /** What it acts upon, as it stands now; throws `notFound()` if there is none. */
  find: (c: Context<DeskEnv>) => Promise<Found>;
  title: (found: Found) => string;
  /** The page that it belongs to, beginning with `/desk`. */
  back: (found: Found) => string;
  /** What is asked, filled in with what was answered before. Left out where nothing is asked. */
  fields?: (found: Found, form: Form) => ReactNode;
  /** One of the fields is a file; `form` has its text. */
  takesFile?: boolean;
  /** What will follow. May throw what the API refuses. */
  preview: (asked: Asked<Found>) => Promise<ReactNode>;
  /** What the button says that does it. */
  go: string;
  /** Whether it takes something away from somebody. */
  isGrave?: boolean;
  /** Asked beside that button and never shown again, such as a password. */
  atLast?: (found: Found, form: Form) => ReactNode;
  /**
   * Does it by the API; answers what is said afterwards, and where to if not `back`. Or a page that
   * is shown this once, with what must stand in no address and no cookie.
   */
  act: (asked: Asked<Found>) => Promise<{ said: string; to?: string } | Once>;
};

type Once = { once: ReactNode; title: string };

/** Serves the pages of an act. */
export const mountAct = <Found,>(
  app: Hono<DeskEnv>,
  deps: Pick<AppDeps, 'config'>,
  act: Act<Found>,
): void => {
  app.get(act.path, allow(deps, ...act.scopes), async (c) => {
    const found = await act.find(c);
    const form = new URLSearchParams(c.req.query());
    if (act.fields) return ask(c, act, found, form);
    return review(c, act, { c, found, form, actId: randomUUID() });
  });
  app.post(act.path, allow(deps, ...act.scopes), async (c) => {
    const found = await act.find(c);
    const form = c.get('form') ?? new URLSearchParams();
    const actId = idIn(form);
    const asked = { c, found, form, actId };
    try {
      switch (form.get('step')) {
        case 'do': {
          const done = await act.act(asked);
          if ('said' in done) return leadTo(c, done.to ?? act.back(found), done.said);
          return showPage(c, { title: done.title, at: act.at, children: done.once });
        }
        case 'preview':
          return await review(c, act, asked);
        default:
          return ask(c, act, found, form);
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return ask(c, act, found, form, error);
    }
  });
};

const ask = <Found,>(
  c: Context<DeskEnv>,
  act: Act<Found>,
  found: Found,
  form: Form,
  refused?: Refused,
): Response => {
  const { base } = deskOf(c);
  const children = (
    <>
      {refused && <RefusalNote refusal={refused.refusal} />}
      {act.fields ? (
        <ActForm {...{ c, act }} actId={idIn(form)} step="preview">
          {act.fields(found, form)}
          <p className="buttons">
            <button className="go" type="submit">
              Show what will follow
            </button>
            <a href={`${base}${act.back(found)}`}>Back</a>
          </p>
        </ActForm>
      ) : (
        <p>
          <a href={`${base}${act.back(found)}`}>Back</a>
        </p>
      )}
    </>
  );
  const status = (refused?.refusal.status ?? 200) as ContentfulStatusCode;
  return showPage(c, { title: act.title(found), at: act.at, children }, status);
};

const review = async <Found,>(
  c: Context<DeskEnv>,
  act: Act<Found>,
  asked: Asked<Found>,
): Promise<Response> => {
  const { found, form, actId } = asked;
  const { base } = deskOf(c);
  const given = [...form].filter(([name]) => !ours.has(name));
  const hidden = given.map(([name, value], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a name may come several times.
    <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
  ));
  const preview = await act.preview(asked);
  const children = (
    <>
      <div className="panel">
        <h2>What will follow</h2>
        {preview}
      </div>
      <div className="buttons">
        <ActForm {...{ c, act, actId }} step="do">
          {hidden}
          {act.atLast?.(found, form)}
          <button className={act.isGrave ? 'sure' : 'go'} type="submit">
            {act.go}
          </button>
        </ActForm>
        {act.fields && (
          <ActForm {...{ c, act, actId }} step="change">
            {hidden}
            <button type="submit">Change something</button>
          </ActForm>
        )}
        <a href={`${base}${act.back(found)}`}>Back</a>
      </div>
    </>
  );
  return showPage(c, { title: act.title(found), at: act.at, children });
};

const ours: ReadonlySet<string> = new Set(['csrf', 'actId', 'step']);

const idIn = (form: Form): string => {
  const given = form.get('actId') ?? '';
  return isFormId(given) ? given : randomUUID();
};

type FormProps = {
  c: Context<DeskEnv>;
  act: { takesFile?: boolean };
  actId: string;
  step: string;
  children: ReactNode;
};

/** A form to the page's own address, with all that it needs to be believed. */
const ActForm = ({ c, act, actId, step, children }: FormProps) => {
  const { base, csrf } = deskOf(c);
  return (
    <form
      method="post"
      action={`${base}${c.req.path}`}
      encType={act.takesFile ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="actId" value={actId} />
      <input type="hidden" name="step" value={step} />
      {children}
    </form>
  );
};
