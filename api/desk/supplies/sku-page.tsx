import type { Hono } from 'hono';
import { wordsOfRefusal } from '../../../workflows/domain/backorder/request.ts';
import { atStart } from '../../../workflows/domain/desk/sentence.ts';
import { allow } from '../access/allow.ts';
import { mayDo } from '../access/scopes.ts';
import { answerOf, type Named } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { Badge, Facts } from '../parts/badge.tsx';
import { showPage } from '../parts/layout.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { Table } from '../parts/table.tsx';
import { Day, When } from '../parts/when.tsx';
import { counted } from '../parts/words.ts';
import { productOf, queueOf, skuPath, supplyPath } from './addresses.ts';
import { skuIn } from './give-up-acts.tsx';

type GivenUp = Named<'GivenUp'>;

/** What is expected of one SKU and who waits, and what was given up of it. */
export const mountSkuPage = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/supplies/~sku/:sku', allow(deps, 'read'), async (c) => {
    const { api, base, operator } = deskOf(c);
    const sku = skuIn(c);
    const params = { path: { sku } };
    const [known, given] = await Promise.all([
      answerOf(api.GET('/v1/skus/{sku}', { params })),
      answerOf(api.GET('/v1/skus/{sku}/give-up', { params })),
    ]);
    const newest = given.giveUps[0];
    const left = newest
      ? await answerOf(
          api.GET('/v1/skus/{sku}/give-up/{giveUpId}', {
            params: { path: { sku, giveUpId: newest.giveUpId } },
          }),
        )
      : undefined;
    return showPage(c, {
      title: `Supplies of ${sku}`,
      at: 'supplies',
      children: (
        <>
          <Standing {...{ base, known, given }} />
          {mayDo(operator.role, ['admin']) && (
            <p className="buttons">
              <a className="button" href={`${base}${skuPath(sku)}/give-up`}>
                Give it up
              </a>
              {given.closed.length > 0 && (
                <a className="button" href={`${base}${skuPath(sku)}/take-up`}>
                  Sell it on backorder again
                </a>
              )}
            </p>
          )}
          <Expected {...{ base, known }} />
          <section id="give-ups" data-fresh="">
            <GiveUps giveUps={given.giveUps} zone={deps.config.shopTimeZone} />
            {left && left.left.length > 0 && <Left {...{ base, left }} />}
          </section>
        </>
      ),
    });
  });
};

type StandingProps = { base: string; known: Named<'Sku'>; given: GivenUp };

const Standing = ({ base, known, given }: StandingProps) => (
  <Facts
    facts={[
      [
        'On backorder',
        given.closed.length === 0 ? (
          <Badge key="open" tone="good">
            can be ordered
          </Badge>
        ) : (
          <span key="closed">
            <Badge tone="bad">given up</Badge>{' '}
            {given.everywhere ? 'at every location' : `at ${given.closed.join(', ')}`}
          </span>
        ),
      ],
      [
        'Waiting',
        known.waiting === 0 ? (
          'nobody'
        ) : (
          <a key="waiting" href={queueOf(base, known.sku)}>
            {counted(known.waiting, 'unit')}
          </a>
        ),
      ],
      ['On hand', `${known.onHand}, of which ${known.allocated} are set aside`],
      [
        'Product',
        <a key="product" href={productOf(base, known.sku)}>
          {known.sku}
        </a>,
      ],
    ]}
  />
);

const Expected = ({ base, known }: Pick<StandingProps, 'base' | 'known'>) => (
  <Table
    caption="Expected"
    columns={[
      {
        head: 'Supply',
        isHead: true,
        cell: ({ supplyId }) => (
          <a className="id" href={`${base}${supplyPath(supplyId)}`}>
            {supplyId}
          </a>
        ),
      },
      { head: 'Location', cell: ({ location }) => location },
      { head: 'Expected', cell: ({ expectedOn }) => <Day on={expectedOn} /> },
      { head: 'Units', isNumber: true, cell: ({ quantity }) => quantity },
      { head: 'Who says so', cell: ({ basis }) => basis },
    ]}
    rows={known.supplies}
    keyOf={({ supplyId }) => supplyId}
    none="Nothing of it is expected."
  />
);

const GiveUps = ({ giveUps, zone }: { giveUps: GivenUp['giveUps']; zone: string }) => (
  <Table
    caption="Given up"
    columns={[
      { head: 'When', isHead: true, cell: ({ createdAt }) => <When at={createdAt} zone={zone} /> },
      {
        head: 'What',
        cell: ({ supplyId, location }) =>
          supplyId === null ? (location ?? 'all of it') : `the supply ${supplyId}`,
      },
      { head: 'Reason', cell: ({ reason }) => reason },
      {
        head: 'State',
        cell: (giveUp) => (
          <>
            <Badge tone={giveUp.state === 'done' ? 'good' : 'warn'}>{giveUp.state}</Badge>
            {timeLeft(giveUp)}
          </>
        ),
      },
      {
        head: 'Orders cancelled',
        isNumber: true,
        cell: ({ cancelled, total, counting }) =>
          `${cancelled} of ${counting ? 'more than ' : ''}${total}`,
      },
      { head: 'Units', isNumber: true, cell: ({ units }) => units },
      { head: 'Waited no more', isNumber: true, cell: ({ gone }) => gone },
      { head: 'Refused', isNumber: true, cell: ({ refused }) => refused },
      { head: 'No answer yet', isNumber: true, cell: ({ unanswered }) => unanswered },
    ]}
    rows={giveUps}
    keyOf={({ giveUpId }) => giveUpId}
    none="It was never given up."
  />
);

/** How long it takes still, as far as anybody can say. */
const timeLeft = ({ state, counting, minutesLeft }: GivenUp['giveUps'][number]): string | null => {
  if (state === 'done') return null;
  if (counting) return ', still being counted';
  return minutesLeft === null ? null : `, about ${counted(minutesLeft, 'minute')} more`;
};

const whyLeft = (code: string): string =>
  code === 'taken_up' ? 'it was taken up again' : wordsOfRefusal(code);

const Left = ({ base, left }: { base: string; left: Named<'GiveUpAnswer'> }) => (
  <Table
    caption="Not cancelled by the newest of them"
    columns={[
      {
        head: 'Order',
        isHead: true,
        cell: ({ orderId }) => <OrderLink base={base} orderId={orderId} />,
      },
      {
        head: 'Why',
        cell: ({ code }) =>
          code === null ? 'It has not answered yet and is asked again.' : atStart(whyLeft(code)),
      },
    ]}
    rows={left.left}
    keyOf={({ orderId }) => orderId}
    none=""
  />
);
