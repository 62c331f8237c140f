import { languageOf } from '../../workflows/calendar/format.ts';
import { Paragraphs, renderPage } from './parts/layout.tsx';
import { Lines } from './parts/lines.tsx';
import { dayAt, isFree, type OrderPage, openUnits, phaseOf } from './parts/order-page.ts';
import { Progress } from './parts/progress.tsx';
import { Shipments } from './parts/shipments.tsx';
import { isBeingCancelled, keptWords } from './words/kept.ts';
import { nextWords, promiseWords, standingWords } from './words/next.ts';
import { needsPayment, paymentWords } from './words/payment.ts';
import { askOf, problemWords } from './words/problem.ts';

/**
 * `path` is where this page is served; `isCancelled` says that the customer has just done so,
 * `isPaying` that they come from confirming a payment or giving a card.
 */
type Props = { page: OrderPage; path: string; isCancelled: boolean; isPaying: boolean };

type Place = Pick<Props, 'page' | 'path'>;

/** The state of one order, for anybody with the secret address of its page. */
export const statusPage = (props: Props): string => {
  const { shop, order } = props.page;
  return renderPage({
    shop,
    lang: languageOf(order.locale),
    title: `Order ${order.orderId}`,
    children: <Status {...props} />,
  });
};

const Status = ({ page, path, isCancelled, isPaying }: Props) => (
  <>
    <h1>
      Order <bdi>{page.order.orderId}</bdi>
    </h1>
    <p className="muted">Placed on {dayAt(page, page.order.placedAt)}</p>
    {isCancelled && (
      <p className="notice" role="status">
        Done: {page.shipments.length > 0 ? 'everything that had not shipped' : 'your order'} has
        been canceled. We will confirm it by email.
      </p>
    )}
    {isPaying && (
      <p className="notice" role="status">
        Thank you. Your payment update will show here within a minute.
      </p>
    )}
    <Kept page={page} />
    <Progress phase={phaseOf(page)} isFree={isFree(page)} />
    <p className="lead">{standingWords(page)}</p>
    <PromiseWords words={promiseWords(page)} />
    <Problem page={page} path={path} />
    <Next texts={nextWords(page)} />
    {!isFree(page) && <Payment page={page} path={path} />}
    {page.shipments.length > 0 && (
      <>
        <h2>Shipments</h2>
        <Shipments page={page} />
      </>
    )}
    <h2>Your items</h2>
    <Lines page={page} />
    {openUnits(page) > 0 && !isBeingCancelled(page) && <CancelOffer page={page} path={path} />}
    <p className="privacy muted">
      Anyone with the link to this page can see and manage this order. Please keep it private.
    </p>
  </>
);

const Payment = ({ page, path }: Place) => (
  <>
    <h2>Payment</h2>
    <Paragraphs texts={paymentWords(page)} />
    {needsPayment(page) && askOf(page) === null && (
      <p>
        <a href={`${path}/card`}>Pay with a different card</a>
      </p>
    )}
  </>
);
/** What became of the customer's own word, as long as there is something to say. */
const Kept = ({ page }: Pick<Props, 'page'>) => {
  const kept = keptWords(page);
  return (
    kept !== null && (
      <section className="notice" role="status" aria-labelledby="kept">
        <h2 id="kept">{kept.heading}</h2>
        <Paragraphs texts={kept.texts} />
      </section>
    )
  );
};

const PromiseWords = ({ words }: { words: string | null }) =>
  words === null ? null : <p className="promise">{words}</p>;

const Problem = ({ page, path }: Place) => {
  const ask = askOf(page);
  return (
    ask !== null && (
      <section className="problem" aria-labelledby="problem">
        <h2 id="problem">About your payment</h2>
        <Paragraphs texts={problemWords(page)} />
        <p>
          <a className="button go" href={`${path}/${ask.to}`}>
            {ask.label}
          </a>
        </p>
      </section>
    )
  );
};

const Next = ({ texts }: { texts: string[] }) =>
  texts.length > 0 && (
    <>
      <h2>What happens next</h2>
      <Paragraphs texts={texts} />
    </>
  );

const CancelOffer = ({ page, path }: Place) => (
  <div className="actions">
    <h2>Changed your mind?</h2>
    <p>You can cancel anything that has not shipped{isFree(page) ? '' : ', free of charge'}.</p>
    <p>
      <a className="button" href={`${path}/cancel`}>
        {page.shipments.length > 0 ? 'Cancel unshipped items' : 'Cancel this order'}
      </a>
    </p>
  </div>
);
