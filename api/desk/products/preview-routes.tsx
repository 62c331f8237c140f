import type { Context, Hono } from 'hono';
import { renderToStaticMarkup } from 'react-dom/server';
import { countWaiting } from '../../../db/stock/limits.ts';
import { inPalette, palettes } from '../../../emails/parts/in-palette.ts';
import type { MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import { sendMailHtml } from '../../http/page-headers.ts';
import { offerOf } from '../../storefront/offer.ts';
import { allow } from '../access/allow.ts';
import { findOf } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import type { SpecimenProduct } from '../specimen/sample-order.ts';
import { specimenLocales, specimenOf } from '../specimen/specimen.ts';
import { bodyOf, formOf, type ProductForm, readForm } from './form.ts';
import { skuIn } from './place.ts';
import { productPage } from './preview-page.tsx';
import { script } from './preview-script.ts';

/**
 * What the form would make of mails and of the product page, in a frame. Nothing is saved, and what
 * the API would refuse is shown all the same, as far as it can be.
 */
export const mountPreview = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/preview.js', (c) =>
    c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/desk/products/:sku/preview', allow(deps, 'inventory'), async (c) => {
    const params = { path: { sku: skuIn(c) } };
    const stored = await findOf(deskOf(c).api.GET('/v1/products/{sku}', { params }));
    const asked = new URLSearchParams(c.req.query());
    return sendPreview(deps, c, { form: formOf(stored), asked });
  });
  app.post('/desk/products/:sku/preview', allow(deps, 'inventory'), (c) => {
    const asked = c.get('form') ?? new URLSearchParams();
    return sendPreview(deps, c, { form: readForm(asked), asked });
  });
};

type Asked = { form: ProductForm; asked: URLSearchParams };

const kinds: readonly string[] = ['confirmation', 'countdown', 'ready-to-ship', 'excitement'];

const sendPreview = async (deps: DeskDeps, c: Context<DeskEnv>, { form, asked }: Asked) => {
  const [show = '', nth = ''] = (asked.get('show') ?? 'page').split('.');
  const locale = specimenLocales.find((known) => known === asked.get('locale')) ?? 'en-US';
  const palette = palettes.find((known) => known === asked.get('palette')) ?? 'own';
  const sku = skuIn(c);
  if (!kinds.includes(show)) {
    const html = await previewPage(deps, { sku, form, locale });
    return sendMailHtml(c, inPalette(html, palette));
  }
  const story = form.stories[Number(nth)];
  const product = toSpecimen(sku, form, nth === '' || !story ? [] : [story]);
  const { config, lexicon } = deps;
  const { subject, html } = await specimenOf(
    { shop: config.shop, lexicon, publicUrl: config.publicUrl },
    { kind: show as MessageKind, locale, product, story: 0 },
  );
  return sendMailHtml(c, inPalette(withSubject(html, subject), palette));
};

/** A price that no template can write is left out of the preview, and refused when it is saved. */
const toSpecimen = (
  sku: string,
  form: ProductForm,
  stories: ProductForm['stories'],
): SpecimenProduct => {
  const { body } = bodyOf({ ...form, stories });
  return {
    sku,
    title: form.title || sku,
    url: form.url || null,
    imageUrl: form.imageUrl || null,
    highlights: body.highlights as SpecimenProduct['highlights'],
    related: body.related.map(({ price, ...other }) => ({
      ...other,
      ...(isMoney(price) && { price }),
    })) as SpecimenProduct['related'],
  };
};

const isMoney = (price: unknown): boolean => {
  const { amount, currency } = (price ?? {}) as { amount?: unknown; currency?: unknown };
  return Number.isInteger(amount) && /^[A-Z]{3}$/.test(String(currency));
};

/** A mail program shows the subject above the mail, in the colours of the reader. */
const withSubject = (html: string, subject: string): string => {
  const band = renderToStaticMarkup(
    <>
      <style>{bandStyle}</style>
      <div className="specimen-subject">
        <strong dir="auto">{subject}</strong>
      </div>
    </>,
  );
  return html.replace(/<body[^>]*>/, (body) => body + band);
};

const bandStyle = `.specimen-subject { padding: 8px 16px; border-bottom: 1px solid #8886;
  background: #fff; color: #1f2328; font: 14px/1.4 system-ui, sans-serif }
@media (prefers-color-scheme: dark) { .specimen-subject { background: #1f2328; color: #e6e9ec } }`;

type Page = { sku: string; form: ProductForm; locale: string };

/** As the widget says it now, with the limit and the handling days of the form. */
const previewPage = async (deps: DeskDeps, { sku, form, locale }: Page): Promise<string> => {
  const { outlook, today } = await deps.availability.look(sku);
  const waiting = (await countWaiting(deps.reads.sql, [{ sku }])).get(sku) ?? 0;
  const limit = wholeIn(form.backorderLimit);
  const handlingDays = wholeIn(form.handlingDays) ?? 0;
  const changed = {
    ...outlook,
    shelves: outlook.shelves.map((shelf) => ({ ...shelf, handlingDays })),
    limitLeft: limit === null ? null : Math.max(0, limit - waiting),
  };
  const words = deps.lexicon(locale);
  const offer = offerOf(changed, { sku, location: null, quantity: 1 }, { today, words });
  return productPage({ sku, form, offer, words });
};

const wholeIn = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);
