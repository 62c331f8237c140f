import type { ReactNode } from 'react';
import { Paragraphs, renderPage } from '../html/layout.tsx';
import { amid, reachOf } from '../html/site.ts';
import { fieldOf, openLines, type Unclear } from './cancel-choice.ts';
import { Thumbnail, titleOf } from './parts/lines.tsx';
import { isFree, numberOf, type OrderPage, openUnits } from './parts/order-page.ts';
import { moneyOnCancelling, refundWords } from './words/cancel-money.ts';
import { isDoubtful, moneyOf } from './words/money.ts';

/**
 * `path` is where the order's page is served. `formId` goes with the form, so that the button
 * pressed twice, or again after a reload, is one cancellation. `problem`: why the form that came
 * before changed nothing.
 */
type Props = { page: OrderPage; path: string; formId: string; problem: Unclear | null };

/** Asks whether the order shall be cancelled. Showing it changes nothing; its form does. */
export const cancelPage = (props: Props): string => {
  const { page, path } = props;
  const say = page.words.say.cancelPage;
  const order = amid(page, numberOf(page.order));
  const yes = page.shipments.length > 0 ? say.yesRest() : say.yes();
  return renderPage({
    ...{ shop: page.shop, words: page.words, title: say.title({ order }) },
    children: (
      <>
        <h1>{say.question({ order })}</h1>
        <Problem {...props} />
        <Paragraphs texts={consequences(page)} />
        <h2>{say.what()}</h2>
        <ul className="rows">
          {openLines(page).map((line) => (
            <li key={line.lineId}>
              <Thumbnail page={page} line={line} />
              <bdi className="what">{titleOf(page, line)}</bdi>
              <span className="sum">
                {page.words.say.linesPage.quantity({ quantity: line.quantity })}
              </span>
            </li>
          ))}
        </ul>
        {openUnits(page) > 1 && (
          <p className="instead">
            <a href={`${path}/cancel/items`}>{say.someItems()}</a>
          </p>
        )}
        <Question {...props} yes={yes} />
      </>
    ),
  });
};

/** The same for some items only. `form` is the one that came before, if one did. */
export const cancelItemsPage = ({
  form = new URLSearchParams(),
  ...props
}: Props & { form?: URLSearchParams }): string => {
  const { page, path } = props;
  const say = page.words.say.cancelPage;
  const order = amid(page, numberOf(page.order));
  return renderPage({
    ...{ shop: page.shop, words: page.words, title: say.itemsTitle({ order }) },
    children: (
      <>
        <h1>{say.itemsQuestion({ order })}</h1>
        <Problem {...props} />
        <Paragraphs texts={itemsConsequences(page)} />
        <Question {...props} yes={say.yesItems()}>
          <input type="hidden" name="part" value="items" />
          <h2>{say.howMany()}</h2>
          {openLines(page).map((line) => (
            <Quantity key={line.lineId} page={page} line={line} given={form.get(fieldOf(line))} />
          ))}
        </Question>
        <p className="instead">
          <a href={`${path}/cancel`}>{say.wholeOrder()}</a>
        </p>
      </>
    ),
  });
};

const Problem = ({ page, problem }: Props) =>
  problem !== null && (
    <p className="problem" role="alert">
      {page.words.say.cancelPage[problem]()}
    </p>
  );

/** No answer is picked beforehand: what ends an order needs a choice that no button makes. */
const Question = ({ page, path, formId, yes, children }: Props & Asked) => {
  const say = page.words.say.cancelPage;
  return (
    <form method="post" action={`${path}/cancel`}>
      <input type="hidden" name="formId" value={formId} />
      {children}
      <fieldset>
        <legend>{say.sure()}</legend>
        <label>
          <input type="radio" name="answer" value="yes" required /> {yes}
        </label>
        <label>
          <input type="radio" name="answer" value="no" required /> {say.no()}
        </label>
      </fieldset>
      <p>
        <button className="button sure" type="submit">
          {say.send()}
        </button>
        <a href={path}>{page.words.say.layoutPage.viewOrder()}</a>
      </p>
    </form>
  );
};

type Asked = { yes: string; children?: ReactNode };

type OfLine = { page: OrderPage; line: { lineId: string; quantity: number }; given: string | null };

const Quantity = ({ page, line, given }: OfLine) => (
  <p className="quantity">
    <Thumbnail page={page} line={line} />
    <label htmlFor={fieldOf(line)}>
      {page.words.say.cancelPage.upTo({
        count: line.quantity,
        title: amid(page, titleOf(page, line)),
      })}
    </label>
    <input
      id={fieldOf(line)}
      name={fieldOf(line)}
      type="number"
      inputMode="numeric"
      min={0}
      max={line.quantity}
      defaultValue={given ?? '0'}
    />
  </p>
);

const consequences = (page: OrderPage): string[] => {
  const say = page.words.say.cancelPage;
  return isFree(page) ? [say.undoneFree()] : [say.undone(), ...moneyOnCancelling(page)];
};

/** What a part of the order is worth is not known before it is chosen. */
const itemsConsequences = (page: OrderPage): string[] => {
  const say = page.words.say.cancelPage;
  if (isFree(page)) return [say.undoneFree()];
  return [
    say.undone(),
    ...(moneyOf(page).spare === 0 ? [say.onlyRest()] : [refundWords(page)]),
    ...(isDoubtful(page) ? [say.doubtful(reachOf(page))] : []),
  ];
};
