import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { allow } from '../access/allow.ts';
import { answerOf, type Refusal, Refused } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { leadTo, showPage } from '../parts/layout.tsx';
import { EditPage, type Faults } from './edit-page.tsx';
import { bodyOf, fieldOf, formOf, type ProductForm, readForm, rearrange } from './form.ts';
import { productPath, skuIn } from './place.ts';
import { type Looks, looksIn } from './preview-pane.tsx';
import type { Product } from './product-page.tsx';
import { unpackRead } from './read-version.ts';
import { type Change, whatChanged } from './what-changed.ts';

/** What is stored, and the name of that version; empty where nothing is. */
type Stored = { product: Product | undefined; version: string };

/** Changes what is said of a product. Two people who edit it do not overwrite each other unseen. */
export const mountEdit = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/products/:sku/edit', allow(deps, 'inventory'), async (c) => {
    const { product, version } = await read(c);
    return show(c, { form: formOf(product), was: product, version });
  });
  app.post('/desk/products/:sku/edit', allow(deps, 'inventory'), async (c) => {
    const sent = c.get('form') ?? new URLSearchParams();
    const looks = looksIn(sent);
    const act = sent.get('do') ?? 'save';
    const form = readForm(sent);
    const version = sent.get('version') ?? '';
    const was = unpackRead(sent.get('was') ?? '');
    if (act !== 'save') return show(c, { form: rearrange(form, act), was, version, looks });
    try {
      await save(c, form, version);
      return leadTo(c, `${productPath(skuIn(c))}/edit`, 'Saved.');
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { refusal } = error;
      if (refusal.code !== 'changed_meanwhile')
        return show(c, { form, was, version, refusal, looks });
      const now = await read(c);
      const changes = whatChanged(was, now.product);
      return show(c, { ...now, form, was: now.product, refusal, changes, looks });
    }
  });
};

const read = async (c: Context<DeskEnv>): Promise<Stored> => {
  const params = { path: { sku: skuIn(c) } };
  const called = await deskOf(c).api.GET('/v1/products/{sku}', { params });
  if (called.response.status === 404) return { product: undefined, version: '' };
  const product = await answerOf(Promise.resolve(called));
  return { product, version: called.response.headers.get('ETag') ?? '' };
};

const save = (c: Context<DeskEnv>, form: ProductForm, version: string) => {
  const header = version === '' ? { 'if-none-match': '*' as const } : { 'if-match': version };
  const params = { path: { sku: skuIn(c) }, header };
  const { body } = bodyOf(form);
  return answerOf(deskOf(c).api.PUT('/v1/products/{sku}', { params, body }));
};

type Shown = {
  form: ProductForm;
  was: Product | undefined;
  version: string;
  refusal?: Refusal;
  changes?: readonly Change[];
  looks?: Looks;
};

const show = (c: Context<DeskEnv>, shown: Shown): Response => {
  const sku = skuIn(c);
  const { refusal, form } = shown;
  const children = (
    <EditPage {...shown} desk={deskOf(c)} sku={sku} faults={faultsOf(form, refusal)} />
  );
  const status = (refusal?.status ?? 200) as ContentfulStatusCode;
  return showPage(c, { title: `Edit ${sku}`, at: 'products', children }, status);
};

/** What the API found wrong, by the field where it was typed. */
const faultsOf = (form: ProductForm, refusal: Refusal | undefined): Faults => {
  const where = bodyOf(form);
  return new Map(
    (refusal?.errors ?? []).map(({ pointer, detail }) => [fieldOf(pointer, where), detail]),
  );
};
