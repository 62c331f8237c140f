import { Filled, slot } from '../../html/filled.tsx';
import { Paragraphs, renderPage } from '../../html/layout.tsx';
import { amid } from '../../html/site.ts';
import { amountIn, numberOf, type OrderPage } from '../parts/order-page.ts';
import { askedOf } from '../words/asked.ts';

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
  const { shop, words } = props.page;
  const title = titleOf(props);
  return renderPage({ shop, words, title, children: <Question {...props} /> });
};

const wantsConsent = ({ page }: Pick<Props, 'page'>): boolean => askedOf(page)?.wants === 'consent';

const titleOf = (props: Props): string => {
  const say = props.page.words.say.cardPage;
  return wantsConsent(props) ? say.consent() : say.give();
};

const Question = (props: Props) => {
  const { page, path, formId, problem } = props;
  const say = page.words.say.cardPage;
  return (
    <>
      <h1>{titleOf(props)}</h1>
      {problem !== null && (
        <p className="problem" role="alert">
          {say[problem]()}
        </p>
      )}
      <Paragraphs texts={[say.agreeFor({ order: amid(page, numberOf(page.order)) })]} />
      <h2>{say.agreeTo()}</h2>
      <blockquote dir="auto">{page.mandate?.text}</blockquote>
      <p className="muted">
        <Filled text={say.version({ version: slot })}>
          <bdi>{page.mandate?.version}</bdi>
        </Filled>
      </p>
      <form method="post" action={`${path}/card`}>
        <input type="hidden" name="formId" value={formId} />
        <p>
          <label>
            <input type="checkbox" name="agree" value="yes" required /> {consentIn(page)}
          </label>
        </p>
        <p>
          <button className="button go" type="submit">
            {wantsConsent(props) ? say.agree() : say.agreeAndContinue()}
          </button>
          <a href={path}>{page.words.say.layoutPage.viewOrder()}</a>
        </p>
      </form>
    </>
  );
};

/** What the box stands for, with the most that may be charged. */
const consentIn = (page: OrderPage): string => {
  const say = page.words.say.cardPage;
  return page.maximum === null
    ? say.iAgree()
    : say.iAgreeMost({ sum: amountIn(page, page.maximum) });
};
