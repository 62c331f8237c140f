import type { ReactNode } from 'react';
import { Paragraphs, renderPage } from '../../html/layout.tsx';
import { amid } from '../../html/site.ts';
import { dayOf, isFree, numberOf, type OrderPage } from '../parts/order-page.ts';
import { mayChoose, type Unclear } from './answer-choice.ts';
import { answerSpan, spanWords } from './days.ts';
import { NoticeFacts } from './notice-facts.tsx';
import { moneyWords } from './notice-words.ts';
import type { OpenNotice } from './standing.ts';

/** `choose`: which answer stands first. `problem`: why the form that came before changed nothing. */
type Props = {
  page: OrderPage;
  path: string;
  notice: OpenNotice;
  formId: string;
  choose: 'keep' | 'cancel';
  problem: Unclear | null;
};

/** Asks for the answer to a notice. Showing it changes nothing, whichever answer stands first. */
export const answerPage = (props: Props): string => {
  const { page, path, notice, choose } = props;
  const say = page.words.say.answerPage;
  const order = amid(page, numberOf(page.order));
  const answers = [<Keep key="keep" {...props} />, <Cancel key="cancel" {...props} />];
  return renderPage({
    ...{ shop: page.shop, words: page.words, title: say.title({ order }) },
    children: (
      <>
        <h1>{say.question({ order })}</h1>
        <Problem {...props} />
        <NoticeFacts page={page} notice={notice} />
        {choose === 'cancel' ? answers.reverse() : answers}
        <p className="back">
          <a href={path}>{page.words.say.layoutPage.viewOrder()}</a>
        </p>
      </>
    ),
  });
};

const Problem = ({ page, notice, problem }: Props) => {
  if (problem === null) return null;
  const { answerPage: say, cancelPage } = page.words.say;
  const texts: Record<Unclear, () => string> = {
    unanswered: say.unanswered,
    undecided: cancelPage.unanswered,
    changed: say.changed,
    badDay: () => say.badDay(spanWords(page, answerSpan(page, notice.newOn))),
  };
  return (
    <p className="problem" role="alert" id="fault">
      {texts[problem]()}
    </p>
  );
};

type Asked = Props & { choice: 'keep' | 'cancel'; children: ReactNode };

const AnswerForm = ({ path, formId, choice, children }: Asked) => (
  <form method="post" action={`${path}/answer`}>
    <input type="hidden" name="formId" value={formId} />
    <input type="hidden" name="choice" value={choice} />
    {children}
  </form>
);

const Keep = (props: Props) => {
  const { page, notice } = props;
  const { delayNotice } = page.words.say;
  return (
    <section aria-labelledby="keep">
      <h2 id="keep">{delayNotice.keep()}</h2>
      <AnswerForm {...props} choice="keep">
        <input type="hidden" name="notice" value={notice.sentAt} />
        {mayChoose(notice) ? <HowLong {...props} /> : <Agreed {...props} />}
        <p>
          <button className="button plain" type="submit">
            {delayNotice.keep()}
          </button>
        </p>
      </AnswerForm>
    </section>
  );
};

/** A later notice is agreed to as it is. */
const Agreed = ({ page, notice: { newOn } }: Props) => {
  const say = page.words.say.answerPage;
  return (
    <>
      <input type="hidden" name="until" value="notice" />
      <p>{newOn === null ? say.agreeOpen() : say.agreeUntil({ day: dayOf(page, newOn) })}</p>
    </>
  );
};

/** The first one also as long as it takes, or until a later day. */
const HowLong = ({ page, notice: { newOn }, problem }: Props) => {
  const say = page.words.say.answerPage;
  const { from, to } = answerSpan(page, newOn);
  const isBad = problem === 'badDay';
  return (
    <>
      <fieldset>
        <legend>{say.howLong()}</legend>
        <Option value="notice" isFirst>
          {newOn === null ? say.open() : say.untilNew({ day: dayOf(page, newOn) })}
        </Option>
        {newOn !== null && <Option value="open">{say.open()}</Option>}
        <Option value="day">{say.untilDay()}</Option>
      </fieldset>
      <div className="field">
        <label htmlFor="day">{say.day()}</label>
        <input
          {...{ id: 'day', name: 'day', type: 'date', min: from, max: to }}
          {...(isBad && { 'aria-invalid': true, 'aria-describedby': 'fault' })}
        />
      </div>
    </>
  );
};

type OfOption = { value: string; isFirst?: boolean; children: ReactNode };

const Option = ({ value, isFirst = false, children }: OfOption) => (
  <label>
    <input type="radio" name="until" value={value} required defaultChecked={isFirst} /> {children}
  </label>
);

/** No answer is picked beforehand: what ends an order needs a choice that no button makes. */
const Cancel = (props: Props) => {
  const { page } = props;
  const { cancelPage: say, delayNotice } = page.words.say;
  const texts = isFree(page) ? [say.undoneFree()] : [say.undone(), ...moneyWords(page)];
  return (
    <section aria-labelledby="cancel">
      <h2 id="cancel">{delayNotice.cancel()}</h2>
      <Paragraphs texts={texts} />
      <AnswerForm {...props} choice="cancel">
        <fieldset>
          <legend>{say.sure()}</legend>
          <label>
            <input type="radio" name="answer" value="yes" required />{' '}
            {page.shipments.length > 0 ? say.yesRest() : say.yes()}
          </label>
          <label>
            <input type="radio" name="answer" value="no" required /> {say.no()}
          </label>
        </fieldset>
        <p>
          <button className="button plain" type="submit">
            {say.send()}
          </button>
        </p>
      </AnswerForm>
    </section>
  );
};
