import type { Hono } from 'hono';
import { noticeWords, silenceWords } from '../../../../workflows/domain/desk/law-words.ts';
import { answerOf } from '../../call.ts';
import type { DeskDeps, DeskEnv } from '../../env.ts';
import { Check, Field } from '../../parts/field.tsx';
import { Day, Until } from '../../parts/when.tsx';
import { type Order, zoneOf } from '../order.ts';
import { apiIn, mountOrderAct, refuse, textIn } from './order-act.ts';

/** Promises another date, or says that there is none. */
export const mountPromise = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountOrderAct(app, deps, {
    ...{ name: 'promise', title: 'Change the promise', scopes: ['inventory'] },
    fields: (order, form) => (
      <>
        <Field
          name="on"
          label="It ships by"
          type="date"
          value={form.get('on') ?? order.promise?.on ?? ''}
        />
        <Check name="none" label="No date can be given" isChecked={form.get('none') === 'yes'} />
        <Field
          name="reason"
          label="Reason"
          hint="The customer reads it in the notice."
          value={form.get('reason') ?? ''}
          required
          maxLength={500}
        />
        <Field
          name="basis"
          label="Basis"
          hint="Your evidence for the date, such as a supplier’s letter. It is kept for the law."
          value={form.get('basis') ?? ''}
          required
          maxLength={500}
        />
      </>
    ),
    preview: async ({ c, found, form }) => {
      if (textIn(form, 'reason') === '' || textIn(form, 'basis') === '') {
        throw refuse('Give a reason and a basis.');
      }
      const { orderId } = found;
      const params = { path: { orderId } };
      const preview = await answerOf(
        apiIn(c).POST('/v1/backorders/{orderId}/promise/preview', {
          params,
          body: { on: onIn(form) },
        }),
      );
      return isUnchanged(preview) ? (
        <Unchanged on={preview.to} />
      ) : (
        <>
          <Follows order={found} preview={preview} />
          <p>They read as the reason: {textIn(form, 'reason')}</p>
        </>
      );
    },
    go: 'Promise it',
    act: async ({ c, found, form, actId }) => {
      const body = {
        ...{ promiseId: `desk-${actId}`, on: onIn(form) },
        ...{ reason: textIn(form, 'reason'), basis: textIn(form, 'basis') },
      };
      const params = { path: { orderId: found.orderId } };
      await answerOf(apiIn(c).POST('/v1/backorders/{orderId}/promise', { params, body }));
      return { said: 'The promise is changed.' };
    },
  });

const onIn = (form: URLSearchParams): string | null => {
  if (form.get('none') === 'yes') return null;
  const on = textIn(form, 'on');
  if (on === '') throw refuse('Give a date, or say that none can be given.');
  return on;
};

type Preview = {
  from: string | null;
  to: string | null;
  told: boolean;
  notice: keyof typeof noticeWords | null;
  silence: keyof typeof silenceWords;
  answerBy: string | null;
  deadlineAt: string | null;
};

/** The law may want the very same date told once more. */
const isUnchanged = ({ from, to, told, notice }: Preview): boolean =>
  from === to && !told && notice === null;

const Unchanged = ({ on }: { on: Preview['to'] }) => (
  <p>
    {on === null ? (
      'No date is promised already'
    ) : (
      <>
        It is promised for <Day on={on} /> already
      </>
    )}
    , so nothing would change for the customer, and nobody is told. Only your reason and your basis
    are kept beside the promise.
  </p>
);

const Follows = ({ order, preview }: { order: Order; preview: Preview }) => {
  const { from, to, told, notice, silence, answerBy, deadlineAt } = preview;
  const zone = zoneOf(order);
  return (
    <>
      <p>
        The promise goes from <Day on={from} /> to <Day on={to} />.
      </p>
      {notice !== null ? (
        <p>
          At once the customer gets {noticeWords[notice]}.
          {silence !== 'none' && <> No answer {silenceWords[silence]}.</>}
          {answerBy !== null && (
            <>
              {' '}
              They may answer until <Until at={answerBy} zone={zone} />.
            </>
          )}
        </p>
      ) : (
        <p>
          {told
            ? 'The customer gets a mail about it. The law wants no notice.'
            : 'The customer reads it with the next mail. The law wants no notice.'}
        </p>
      )}
      <p>
        {deadlineAt === null ? (
          'The law sets no deadline from then on.'
        ) : (
          <>
            The law’s deadline is <Until at={deadlineAt} zone={zone} /> from then on, unless
            somebody answers.
          </>
        )}
      </p>
    </>
  );
};
