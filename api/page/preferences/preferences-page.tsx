import type { NotedChange, Preferences } from '../../../db/mail/preferences.ts';
import type { Words } from '../../../emails/words/lexicon.ts';
import { renderPage } from '../../html/layout.tsx';
import { type OrderPage, todayOf } from '../parts/order-page.ts';
import { formMark, openPause, type Unusable } from './preferences-form.ts';

/** `path`: where the order's page is served. `note`: what became of the form, if one was sent. */
type Props = {
  page: OrderPage;
  path: string;
  words: Words;
  stands: Preferences;
  changes: readonly NotedChange[];
  /** The address gets no relationship mail, whatever stands. */
  isSuppressed: boolean;
  note: 'saved' | Unusable | null;
};

/** What the address of the order wants to hear, over all its orders, as a form. */
export const preferencesPage = (props: Props): string => {
  const { page, words } = props;
  const title = words.say.preferencesPage.title();
  return renderPage({
    ...{ shop: page.shop, words, title },
    children: (
      <>
        <h1>{title}</h1>
        <Note {...props} />
        <p>{words.say.preferencesPage.scope()}</p>
        {props.isSuppressed && <p className="promise">{words.say.preferencesPage.suppressed()}</p>}
        <Form {...props} />
        <h2>{words.say.preferencesPage.staysTitle()}</h2>
        <p>{words.say.preferencesPage.stays()}</p>
        <Changes {...props} />
        <p>
          <a href={props.path}>{words.say.preferencesPage.back()}</a>
        </p>
      </>
    ),
  });
};

const Note = ({ note, words: { say } }: Props) => {
  if (note === null) return null;
  return note === 'saved' ? (
    <p className="notice" role="status">
      {say.preferencesPage.saved()}
    </p>
  ) : (
    <p className="problem" role="alert">
      {note === 'wrong_day' ? say.preferencesPage.wrongDay() : say.preferencesPage.incomplete()}
    </p>
  );
};

const Form = ({ page, path, words, stands }: Props) => {
  const say = words.say.preferencesPage;
  const today = todayOf(page);
  return (
    <form method="post" action={`${path}/preferences`}>
      <input type="hidden" {...formMark} />
      <fieldset className="choices">
        <legend>{say.choice()}</legend>
        <Choice
          name="updates"
          isOn={stands.updates}
          label={say.updates()}
          hint={say.updatesAre()}
        />
        <Choice name="offers" isOn={stands.offers} label={say.offers()} hint={say.offersAre()} />
        <div>
          <label htmlFor="pausedUntil">{say.pause()}</label>
          <input
            id="pausedUntil"
            name="pausedUntil"
            type="date"
            defaultValue={openPause(stands.pausedUntil, today) ?? ''}
            aria-describedby="pausedUntil-hint"
          />
          <p className="muted" id="pausedUntil-hint">
            {say.pauseIs()}
          </p>
        </div>
      </fieldset>
      <p>
        <button className="button go" type="submit">
          {say.save()}
        </button>
      </p>
    </form>
  );
};

type ChoiceProps = { name: string; isOn: boolean; label: string; hint: string };

const Choice = ({ name, isOn, label, hint }: ChoiceProps) => (
  <div>
    <input
      id={name}
      name={name}
      type="checkbox"
      value="yes"
      defaultChecked={isOn}
      aria-describedby={`${name}-hint`}
    />
    <label htmlFor={name}>{label}</label>
    <p className="muted" id={`${name}-hint`}>
      {hint}
    </p>
  </div>
);

/** Who has changed what, newest first. */
const Changes = ({ page, words, changes }: Props) => {
  if (changes.length === 0) return null;
  const { timeZone } = page.order;
  return (
    <>
      <h2>{words.say.preferencesPage.changesTitle()}</h2>
      <ul className="changes">
        {changes.map((noted) => (
          <li key={noted.at + noted.by}>
            {sentencesOf(noted, words).map((sentence) => (
              <span key={sentence}>{sentence} </span>
            ))}
            <br />
            <span className="muted">
              {words.say.preferencesPage.changedBy({
                by: noted.by === 'one-click' ? 'oneClick' : noted.by,
                time: words.time(noted.at, timeZone),
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

const sentencesOf = ({ change }: NotedChange, words: Words): string[] => {
  const say = words.say.preferencesPage;
  const { updates, offers, pausedUntil } = change;
  return [
    ...(updates === undefined ? [] : [updates ? say.updatesOn() : say.updatesOff()]),
    ...(offers === undefined ? [] : [offers ? say.offersOn() : say.offersOff()]),
    ...(pausedUntil === undefined
      ? []
      : [pausedUntil === null ? say.pauseEnded() : say.paused({ day: words.day(pausedUntil) })]),
  ];
};
