import type { Context, Hono } from 'hono';
import type { MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import { messageWords } from '../../../workflows/domain/desk/message-words.ts';
import { isFormId } from '../../html/form-id.ts';
import { answerOf, findOf, notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { mountAct } from '../parts/act.tsx';
import { queryOf } from './gallery-page.tsx';
import { type Choice, choiceIn } from './specimen-choice.ts';
import { room } from './tabs.tsx';

/** A sample of the gallery, or a mail of an order as it was stored. */
type Wanted =
  | { of: 'sample'; choice: Choice }
  | { of: 'order'; orderId: string; id: string; kind: MessageKind; subject: string | null };

/** Sends whoever is signed in the mail that they look at, to their own address. */
export const mountSend = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<Wanted>(app, deps, {
    path: `${room}/send`,
    scopes: ['support'],
    at: 'messages',
    find: findWanted,
    title: () => 'Send me this',
    back: backOf,
    preview: async ({ found }) => (
      <>
        <p>
          {found.of === 'sample' ? (
            <>
              You get the mail <strong>{messageWords[found.choice.kind]}</strong> of a sample order,
              in {found.choice.locale}, as a customer would.
            </>
          ) : (
            <>
              You get a copy of the mail <strong>{messageWords[found.kind]}</strong> of the order{' '}
              <span className="id">{found.orderId}</span>: <bdi>{found.subject}</bdi>
            </>
          )}
        </p>
        <ul>
          <li>It goes to your own address and to nobody else, with “[Test]” before its subject.</li>
          <li>
            {found.of === 'sample'
              ? 'Its links lead to the page on which customers find their order.'
              : 'Its links to the page of the customer open nothing, and it unsubscribes nobody.'}
          </li>
          <li>It takes its turn after mail to customers, and is counted as none.</li>
        </ul>
      </>
    ),
    go: 'Send it to me',
    act: async ({ c, found, actId }) => {
      const call = deskOf(c).api.POST('/v1/messages/specimens', {
        params: { header: { 'idempotency-key': actId } },
        body: bodyOf(found),
      });
      await answerOf(call);
      return { said: 'It is on its way to your own address.' };
    },
  });

const findWanted = async (c: Context<DeskEnv>): Promise<Wanted> => {
  const given = Object.fromEntries(c.get('form') ?? new URLSearchParams(c.req.query()));
  const { orderId, id } = given;
  if (orderId === undefined || id === undefined) return { of: 'sample', choice: choiceIn(given) };
  // Checked here, because it becomes part of a path.
  if (!isFormId(id)) throw notFound();
  const path = { orderId, id };
  const call = deskOf(c).api.GET('/v1/backorders/{orderId}/messages/{id}', { params: { path } });
  const message = await findOf(call);
  if (!message?.html) throw notFound();
  const { kind, subject } = message;
  return { of: 'order', orderId, id, kind, subject };
};

const backOf = (wanted: Wanted): string =>
  wanted.of === 'sample'
    ? `${room}/gallery?${queryOf(wanted.choice)}`
    : `/desk/orders/${encodeURIComponent(wanted.orderId)}/messages/${wanted.id}`;

const bodyOf = (wanted: Wanted) => {
  if (wanted.of === 'order') return { orderId: wanted.orderId, id: wanted.id };
  const { kind, locale, state } = wanted.choice;
  return { kind, locale, ...(state !== '' && { state }) };
};
