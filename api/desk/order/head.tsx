import type { ReactNode } from 'react';
import {
  type AttentionWords,
  attentionWords,
} from '../../../workflows/domain/desk/attention-words.ts';
import { phaseWords } from '../../../workflows/domain/desk/phase-words.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { mayDo } from '../access/scopes.ts';
import { Badge, Facts } from '../parts/badge.tsx';
import { Day, Sum, Until, When } from '../parts/when.tsx';
import { phaseTones, wordsOfNext } from '../parts/words.ts';
import { type Order, pathOf } from './order.ts';
import type { OrderView } from './view.ts';
import { cancellerWords } from './words.ts';

/** How the order stands, why, and what comes next. */
export const Head = ({ view }: { view: OrderView }) => {
  const { order, kept, zone } = view;
  const { next, hold, cancellation, shop } = order;
  const facts: [string, ReactNode][] = [
    ['Phase', <Phase key="phase" order={order} />],
    ['Why', whyOf(view)],
    ['Promised for', <PromisedFor key="promise" order={order} />],
    [
      'Next mail or deadline',
      next ? (
        <>
          {wordsOfNext(next)}, <When at={next.at} zone={zone} />
        </>
      ) : (
        'Nothing is planned.'
      ),
    ],
    ['Placed', <When key="placed" at={order.placedAt} zone={zone} />],
    ['Its own time', <When key="now" at={order.now} zone={zone} />],
  ];
  if (hold) {
    const reason = hold.reason ?? 'no reason is kept';
    facts.push(['On hold', <Held key="hold" reason={reason} at={hold.at} zone={zone} />]);
  }
  if (cancellation) {
    facts.push([
      'Cancelled',
      <>
        by {cancellerWords[cancellation.by]}, <When at={cancellation.at} zone={zone} />
        {cancellation.reason !== null && (
          <>
            : <bdi>{cancellation.reason}</bdi>
          </>
        )}
      </>,
    ]);
  }
  if (kept.imported)
    facts.push(['Came from', 'another system, where the customer was told before']);
  if (shop) facts.push(['Ordered at', <AtShop key="shop" shop={shop} />]);
  if (kept.erasedAt !== null) {
    facts.push(['Erased', <When key="erased" at={kept.erasedAt} zone={zone} />]);
  }
  return (
    <section id="head" aria-label="How it stands">
      <Facts facts={facts} />
      <Links view={view} />
      <Attention view={view} />
    </section>
  );
};

const Phase = ({ order: { phase } }: { order: Order }) => (
  <Badge tone={phaseTones[phase]}>{phaseWords[phase]}</Badge>
);

/** In the words of the Temporal UI, as far as the workflow has shown itself. */
const whyOf = ({ order, kept, zone }: OrderView): ReactNode => {
  if (kept.state !== null) return readable(plan(kept.state, order.now).why, zone);
  if (kept.erasedAt !== null) return 'It has ended, and what it was made of is erased.';
  return order.revision === 0
    ? 'Its workflow has not begun yet.'
    : 'Its workflow has not said anything that is kept here.';
};

const PromisedFor = ({ order: { promise } }: { order: Order }) =>
  promise === null ? (
    <span className="muted">Nothing was promised.</span>
  ) : (
    <>
      <Day on={promise.on} none="no date can be given" />
      {promise.basis !== null && <span className="muted"> · {promise.basis}</span>}
    </>
  );

/** The same sentence, with its moments as clocks at ship-to show them. */
const readable = (why: string, zone: string): ReactNode =>
  why.split(/(\d{4}-\d\d-\d\dT[\d:.]+Z)/).map((part, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a moment may stand there twice.
      <When key={place} at={part} zone={zone} />
    ) : (
      part
    ),
  );

type HeldProps = { reason: string; at: string | null; zone: string };

const Held = ({ reason, at, zone }: HeldProps) => (
  <>
    <Badge tone="warn">on hold</Badge> <bdi>{reason}</bdi>
    {at !== null && (
      <>
        , since <When at={at} zone={zone} />
      </>
    )}
  </>
);

const AtShop = ({ shop }: { shop: NonNullable<Order['shop']> }) => (
  <>
    shop <span className="id">{shop.id}</span>, its number{' '}
    {shop.url === null ? (
      <span className="id">{shop.order}</span>
    ) : (
      <a href={shop.url} rel="noreferrer">
        {shop.order}
      </a>
    )}
  </>
);

const Links = ({ view: { order, base } }: { view: OrderView }) => (
  <p className="buttons">
    <a href={order.links.workflow}>Its workflow in Temporal</a>
    {order.links.status !== null && <a href={order.links.status}>The customer’s page</a>}
    <a href={`${base}${pathOf(order)}/evidence`}>Evidence, to print</a>
    <a href={`${base}${pathOf(order)}/evidence.json`}>Evidence as JSON</a>
  </p>
);

const Attention = ({ view: { order, zone, base, role } }: { view: OrderView }) => (
  <>
    {order.attention.map(({ code, at, dueAt, amount }) => {
      const words = wordsOf(code);
      const query = new URLSearchParams({ code, at });
      return (
        <div key={`${code} ${at}`} className="notice">
          <p>
            <strong>{words.title}</strong> <span className="id">{code}</span>, since{' '}
            <When at={at} zone={zone} />
            {dueAt !== undefined && (
              <>
                , due by <Until at={dueAt} zone={zone} />
              </>
            )}
            {amount !== undefined && (
              <>
                , <Sum money={amount} />
              </>
            )}
          </p>
          <p>
            {words.meaning} {words.todo}
          </p>
          {mayDo(role, ['support']) && (
            <p>
              <a href={`${base}${pathOf(order)}/resolve?${query}`}>Answer it: {words.title}</a>
            </p>
          )}
        </div>
      );
    })}
  </>
);

export const wordsOf = (code: string): AttentionWords =>
  (attentionWords as Record<string, AttentionWords | undefined>)[code] ?? {
    title: code,
    meaning: '',
    todo: '',
  };
