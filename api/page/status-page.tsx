import { Filled, slot } from '../html/filled.tsx';
import { Paragraphs, renderPage } from '../html/layout.tsx';
import { amid } from '../html/site.ts';
import { Choices } from './choices.tsx';
import { LawSection } from './law/law-section.tsx';
import { Lines } from './parts/lines.tsx';
import { dayAt, dayOf, isFree, numberOf, type OrderPage, phaseOf } from './parts/order-page.ts';
import { Progress } from './parts/progress.tsx';
import { Shipments } from './parts/shipments.tsx';
import { WaitBar } from './parts/wait-bar.tsx';
import { Way } from './parts/way.tsx';
import { Told } from './told.tsx';
import { keptWords } from './words/kept.ts';
import { promiseWords, standingWords } from './words/next.ts';
import { paymentWords } from './words/payment.ts';
import { askOf, problemWords } from './words/problem.ts';
import { wayOf } from './words/timeline.ts';
import { promiseOf, waitOfPage } from './words/wait.ts';

/** What the customer has just done, as far as the page can tell that it is so. */
export type Done =
  | 'all'
  | 'rest'
  | 'items'
  | 'payment'
  | 'language'
  | 'answered'
  | 'period'
  | 'withdrawn';

/** `path` is where this page is served. `formId` goes with its form. */
type Props = { page: OrderPage; path: string; done: Done | null; formId: string };

type Place = Pick<Props, 'page' | 'path'>;

/** The state of one order, for anybody with the secret address of its page. */
export const statusPage = (props: Props): string => {
  const { shop, words, order } = props.page;
  const title = words.say.statusPage.heading({ order: amid(props.page, numberOf(order)) });
  return renderPage({ shop, words, title, children: <Status {...props} /> });
};

const Status = ({ page, path, done, formId }: Props) => {
  const say = page.words.say.statusPage;
  return (
    <>
      <h1>
        <Filled text={say.heading({ order: slot })}>
          <bdi>{numberOf(page.order)}</bdi>
        </Filled>
      </h1>
      <p className="muted">{say.placed({ day: dayAt(page, page.order.placedAt) })}</p>
      {done !== null && (
        <p className="notice" role="status">
          {doneWords(page)[done]()}
        </p>
      )}
      <Kept page={page} />
      <p className="lead">{standingWords(page)}</p>
      <PromisedDay page={page} />
      <LawSection page={page} path={path} formId={formId} />
      <Progress words={page.words} phase={phaseOf(page)} isFree={isFree(page)} />
      <Problem page={page} path={path} />
      <Next page={page} />
      {!isFree(page) && (
        <>
          <h2>{say.payment()}</h2>
          <Paragraphs texts={paymentWords(page)} />
        </>
      )}
      {page.shipments.length > 0 && (
        <>
          <h2>{say.shipments()}</h2>
          <Shipments page={page} />
        </>
      )}
      <h2>{say.items()}</h2>
      <Lines page={page} />
      <Choices page={page} path={path} />
      <Told page={page} path={path} />
      <MyData page={page} path={path} />
    </>
  );
};

const doneWords = ({ words: { say } }: OrderPage): Record<Done, () => string> => ({
  all: say.statusPage.doneAll,
  rest: say.statusPage.doneRest,
  items: say.statusPage.doneItems,
  payment: say.statusPage.donePayment,
  language: say.statusPage.doneLanguage,
  answered: say.noticePage.doneKept,
  period: say.noticePage.donePeriod,
  withdrawn: say.noticePage.doneWithdrawn,
});

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

/** The date, and how far the wait for it has come. */
const PromisedDay = ({ page }: Pick<Props, 'page'>) => {
  const words = promiseWords(page);
  if (words === null) return null;
  const promise = promiseOf(page);
  const wait = waitOfPage(page);
  return (
    <div className="promise">
      <p>{words}</p>
      {wait !== null && promise.is !== 'none' && (
        <WaitBar page={page} wait={wait} endsOn={dayOf(page, promise.on)} />
      )}
    </div>
  );
};

const Problem = ({ page, path }: Place) => {
  const ask = askOf(page);
  return (
    ask !== null && (
      <section className="problem" aria-labelledby="problem">
        <h2 id="problem">{page.words.say.statusPage.aboutPayment()}</h2>
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

const Next = ({ page }: Pick<Props, 'page'>) => {
  const { heading, past, coming } = wayOf(page);
  return (
    <>
      <h2>{heading}</h2>
      <Way page={page} past={past} coming={coming} />
    </>
  );
};

const MyData = ({ page, path }: Place) => {
  const say = page.words.say.statusPage;
  return (
    <>
      <section className="actions" aria-labelledby="data">
        <h2 id="data">{say.data()}</h2>
        <p>{say.dataWhat()}</p>
        <p>
          <a href={`${path}/data`} download>
            {say.download()}
          </a>
        </p>
      </section>
      <p className="privacy muted">{say.privacy()}</p>
    </>
  );
};
