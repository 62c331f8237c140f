import { Paragraphs, renderPage } from '../../html/layout.tsx';
import { amid } from '../../html/site.ts';
import { titleOf } from '../parts/lines.tsx';
import { dayAt, numberOf, type OrderPage, openUnits } from '../parts/order-page.ts';
import { maskedAddress } from './masked-address.ts';
import { moneyWords } from './notice-words.ts';
import { shippedWords } from './withdrawn.tsx';

/** Why a form that came before changed nothing. */
export type Problem = 'nameless' | 'unanswered';

/** `name`: as that form gave it. */
type Props = {
  page: OrderPage;
  path: string;
  formId: string;
  name: string;
  problem: Problem | null;
};

/**
 * The statement of withdrawal, which its button confirms: name, contract, and how we acknowledge it.
 * Directive 2011/83/EU, article 11a(2) and (3). Showing it changes nothing.
 */
export const withdrawPage = (props: Props): string => {
  const { page } = props;
  const say = page.words.say.withdrawPage;
  const order = amid(page, numberOf(page.order));
  const title = say.title({ order });
  return renderPage({
    ...{ shop: page.shop, words: page.words, title },
    children: (
      <>
        <h1>{title}</h1>
        {props.problem !== null && (
          <p className="problem" role="alert" id="fault">
            {props.problem === 'nameless' ? say.nameMissing() : say.unanswered()}
          </p>
        )}
        <p>{say.what({ order, day: dayAt(page, page.order.placedAt) })}</p>
        <h2>{say.covers()}</h2>
        <Covered page={page} />
        <Paragraphs texts={effects(page)} />
        <Statement {...props} />
      </>
    ),
  });
};

/** All that was bought and not cancelled before, shipped or not. */
const Covered = ({ page }: Pick<Props, 'page'>) => (
  <ul className="rows">
    {page.order.lines
      .map((line) => ({ ...line, left: line.quantity - line.cancelled }))
      .filter(({ left }) => left > 0)
      .map((line) => (
        <li key={line.lineId}>
          <bdi className="what">{titleOf(page, line)}</bdi>
          <span className="sum">{page.words.say.linesPage.quantity({ quantity: line.left })}</span>
        </li>
      ))}
  </ul>
);

const effects = (page: OrderPage): string[] => [
  ...(openUnits(page) === 0 ? [] : [page.words.say.withdrawPage.open(), ...moneyWords(page)]),
  ...shippedWords(page),
];

/** No answer is picked beforehand: what ends an order needs a choice that no button makes. */
const Statement = ({ page, path, formId, name, problem }: Props) => {
  const { cancelPage, withdrawPage: say } = page.words.say;
  return (
    <form method="post" action={`${path}/withdraw`}>
      <input type="hidden" name="formId" value={formId} />
      <div className="field">
        <label htmlFor="name">{say.name()}</label>
        <input
          id="name"
          name="name"
          type="text"
          required
          maxLength={200}
          autoComplete="name"
          defaultValue={name}
          {...(problem === 'nameless' && { 'aria-invalid': true, 'aria-describedby': 'fault' })}
        />
      </div>
      <fieldset>
        <legend>{say.sure()}</legend>
        <label>
          <input type="radio" name="answer" value="yes" required /> {say.yes()}
        </label>
        <label>
          <input type="radio" name="answer" value="no" required /> {cancelPage.no()}
        </label>
      </fieldset>
      <p>{say.means({ address: amid(page, maskedAddress(page.order.email)) })}</p>
      <p>
        <button className="button sure" type="submit">
          {say.confirm()}
        </button>
        <a href={path}>{page.words.say.layoutPage.viewOrder()}</a>
      </p>
    </form>
  );
};
