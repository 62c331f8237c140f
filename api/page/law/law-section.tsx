import { Paragraphs } from '../../html/layout.tsx';
import { dayOf, type OrderPage, openUnits } from '../parts/order-page.ts';
import { isBeingCancelled } from '../words/kept.ts';
import { NoticeFacts } from './notice-facts.tsx';
import { answeredWords, rightWords } from './notice-words.ts';
import { PeriodForm } from './period-page.tsx';
import { hasSaid, maySetPeriod, mayWithdraw, openNotice, withdrawnAt } from './standing.ts';
import { Withdrawn } from './withdrawn.tsx';

/** `formId` goes with the form, so that a button pressed twice is one act. */
type Props = { page: OrderPage; path: string; formId: string };

type Place = Pick<Props, 'page' | 'path'>;

/** What the law has us tell the customer about their order now, and ask them. */
export const LawSection = (props: Props) => {
  const { page } = props;
  const isEnding = isBeingCancelled(page);
  return (
    <>
      {withdrawnAt(page) !== null && (
        <section className="promise" aria-labelledby="withdrawn">
          <h2 id="withdrawn">{page.words.say.withdrawPage.received()}</h2>
          <Withdrawn page={page} />
        </section>
      )}
      {!isEnding && <Notice {...props} />}
      <Answered page={page} />
      {!isEnding && <Missed {...props} />}
    </>
  );
};

/** A notice that waits for an answer. The two answers weigh the same; neither link gives one. */
const Notice = ({ page, path }: Place) => {
  const notice = openNotice(page);
  if (notice === null) return null;
  const { delayNotice, noticePage } = page.words.say;
  return (
    <section className="problem" aria-labelledby="delay">
      <h2 id="delay">{noticePage.heading()}</h2>
      <NoticeFacts page={page} notice={notice} />
      <Paragraphs texts={rightWords(page)} />
      <p className="pair actions">
        <a className="button plain" href={`${path}/answer?choose=keep`}>
          {delayNotice.keep()}
        </a>
        <a className="button plain" href={`${path}/answer?choose=cancel`}>
          {delayNotice.cancel()}
        </a>
      </p>
    </section>
  );
};

/** What the customer answered, and the last day that they have set. */
const Answered = ({ page }: Pick<Props, 'page'>) => {
  const say = page.words.say.noticePage;
  const furtherOn = page.order.view?.law.furtherOn ?? null;
  const isSet = furtherOn !== null && openUnits(page) > 0 && !maySetPeriod(page);
  const texts = [
    ...answeredWords(page),
    ...(isSet ? [say.furtherSet({ day: dayOf(page, furtherOn) })] : []),
  ];
  return (
    texts.length > 0 && (
      <section className="promise" aria-labelledby="answered">
        <h2 id="answered">{say.answered()}</h2>
        <Paragraphs texts={texts} />
      </section>
    )
  );
};

/** A day of delivery was missed: the customer may set the last one, or end the contract. */
const Missed = ({ page, path, formId }: Props) => {
  const law = page.order.view?.law;
  if (!law || !maySetPeriod(page) || law.deadlineOn === null) return null;
  const say = page.words.say.noticePage;
  const day = dayOf(page, law.deadlineOn);
  const isFurther = law.furtherOn === law.deadlineOn;
  return (
    <section className="problem" aria-labelledby="missed">
      <h2 id="missed">{say.missed({ day })}</h2>
      <Paragraphs
        texts={[
          ...(isFurther ? [say.furtherOver({ day })] : []),
          missedWords(page),
          // The notice above has said it.
          ...(openNotice(page) === null ? rightWords(page) : []),
        ]}
      />
      <PeriodForm page={page} path={path} formId={formId} />
      <p className="actions">
        <a className="button plain" href={`${path}/cancel`}>
          {say.end()}
        </a>
      </p>
    </section>
  );
};

/** What they may do about it; whoever has set a last day before is not asked for it as if they had not. */
const missedWords = (page: OrderPage): string => {
  const say = page.words.say.noticePage;
  const law = page.order.view?.law;
  if (law?.isEssential) return say.missedEssential();
  const isAgain = law?.furtherOn !== null && law?.furtherOn === law?.deadlineOn;
  return isAgain ? say.missedAgain() : say.missedWhat();
};

/** The Union's withdrawal, to be reached at any time. The link only leads to its statement. */
export const Withdrawal = ({ page, path }: Place) =>
  mayWithdraw(page) &&
  !hasSaid(page, 'WithdrawContract') && (
    <>
      <p>{page.words.say.noticePage.withdrawWhy()}</p>
      <p className="choice">
        <a className="button plain" href={`${path}/withdraw`}>
          {page.words.say.noticePage.withdraw()}
        </a>
      </p>
    </>
  );
