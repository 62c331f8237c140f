import { languageOf } from '../../../workflows/calendar/format.ts';
import { Paragraphs, renderPage } from '../parts/layout.tsx';
import type { OrderPage } from '../parts/order-page.ts';
import { askedOf, mostAsked } from '../words/asked.ts';

/**
 * `formId` goes with the form, so that it sent twice is one consent and one card form. `problem`:
 * what kept the form from being taken before.
 */
type Props = {
  page: OrderPage;
  path: string;
  formId: string;
  problem: 'unchecked' | 'lost' | null;
};

/**
 * Shows what the customer would agree to. Showing it changes nothing, nor does its button without
 * the box, which nobody has checked for them.
 */
export const agreePage = (props: Props): string => {
  const { shop, order } = props.page;
  return renderPage({
    shop,
    lang: languageOf(order.locale),
    title: titleOf(props),
    children: <Question {...props} />,
  });
};

const titleOf = ({ page }: Props): string =>
  askedOf(page)?.wants === 'consent' ? 'What your card will be charged' : 'Give us your card';

const Question = (props: Props) => {
  const { page, path, formId, problem } = props;
  return (
    <>
      <h1>{titleOf(props)}</h1>
      {problem !== null && (
        <p className="problem" role="alert">
          {problems[problem]}
        </p>
      )}
      <Paragraphs texts={[`For your order ${page.order.orderId}. Nothing will be charged now.`]} />
      <h2>What you agree to</h2>
      <blockquote dir="auto">{page.mandate?.text}</blockquote>
      <p className="muted">
        Version <bdi>{page.mandate?.version}</bdi>
      </p>
      <form method="post" action={`${path}/card`}>
        <input type="hidden" name="formId" value={formId} />
        <p>
          <label>
            <input type="checkbox" name="agree" value="yes" required /> I agree that my card is
            charged for this order as described here, and {mostAsked(page)}.
          </label>
        </p>
        <p>
          <button className="button go" type="submit">
            {askedOf(page)?.wants === 'consent' ? 'Agree' : 'Agree and continue'}
          </button>
          <a href={path}>View your order</a>
        </p>
      </form>
    </>
  );
};

const problems = {
  unchecked: 'Please check the box first. Without your agreement we cannot charge your card.',
  lost: 'We do not have an answer yet. Please try again in a moment.',
};
