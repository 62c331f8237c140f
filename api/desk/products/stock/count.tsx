import type { Hono } from 'hono';
import { answerOf } from '../../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../../env.ts';
import { mountAct } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import { productPath } from '../place.ts';
import { type FoundStock, findStock, locationIn, numberIn, shelvesHint } from './found.ts';
import { Outcome, TakenBack } from './outcome.tsx';

/** What somebody counted on a shelf, in place of what the ledger says. */
export const mountCount = (app: Hono<DeskEnv>, deps: DeskDeps): void =>
  mountAct<FoundStock>(app, deps, {
    path: '/desk/products/:sku/count',
    scopes: ['inventory'],
    at: 'products',
    find: findStock(deps),
    title: ({ sku }) => `Enter a count of ${sku}`,
    back: ({ sku }) => productPath(sku),
    fields: (found, form) => <Fields found={found} form={form} />,
    preview: async ({ c, found, form }) => {
      const told = await answerOf(
        deskOf(c).api.POST('/v1/stock/{sku}/preview', {
          params: { path: { sku: found.sku } },
          body: bodyOf(found, form),
        }),
      );
      return (
        <>
          <p>{differenceWords(told.difference)}</p>
          <TakenBack base={deskOf(c).base} revoked={told.revoked} />
          <Outcome base={deskOf(c).base} {...told} />
        </>
      );
    },
    go: 'Enter it',
    act: async ({ c, found, form, actId }) => {
      const { difference, revoked, allocated } = await answerOf(
        deskOf(c).api.PUT('/v1/stock/{sku}', {
          params: { path: { sku: found.sku } },
          body: { countId: actId, ...bodyOf(found, form), countedAt: countedAtIn(form) },
        }),
      );
      const taken = revoked.reduce((sum, { quantity }) => sum + quantity, 0);
      return {
        said: `${differenceWords(difference)} ${allocated} given out, ${taken} taken back.`,
      };
    },
  });

const differenceWords = (difference: number): string => {
  if (difference === 0) return 'The ledger says the same already.';
  return difference > 0 ? `The ledger gains ${difference}.` : `The ledger loses ${-difference}.`;
};

const bodyOf = (found: FoundStock, form: URLSearchParams) => ({
  location: locationIn(form, found),
  onHand: numberIn(form, 'onHand'),
});

/**
 * The form says when it was opened, so that the same form sent twice is one count, and what moved
 * since is not counted twice.
 */
const countedAtIn = (form: URLSearchParams): string =>
  form.get('countedAt') ?? new Date().toISOString();

const Fields = ({ found, form }: { found: FoundStock; form: URLSearchParams }) => (
  <>
    <input type="hidden" name="countedAt" value={countedAtIn(form)} />
    <Field
      name="onHand"
      label="Units that lie there"
      type="number"
      min={0}
      value={form.get('onHand') ?? ''}
      hint="All of them, those that are set aside for orders too, as of now."
      required
    />
    <Field
      name="location"
      label="Location"
      value={locationIn(form, found)}
      hint={shelvesHint(found)}
      required
    />
  </>
);
