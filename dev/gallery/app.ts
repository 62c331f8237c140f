import { Hono } from 'hono';
import { type RenderedMail, renderMail, templates } from '../../emails/index.ts';
import { palettes } from '../../emails/parts/in-palette.ts';
import { catalogues } from '../../emails/words/catalogue.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import { widths } from '../resend/mail-frame.tsx';
import { type Given, inLocale, variations } from './cases.ts';
import { type Choice, galleryPage, type Specimen } from './page.tsx';

/**
 * Every kind of mail in every case, as the templates are now: one kind in all its cases, or one
 * case of all kinds. Mounted at `/gallery`.
 */
export const createGallery = (): Hono =>
  new Hono().get('/', async (c) => {
    const choice = choiceOf(c.req.query());
    c.header('content-security-policy', policy);
    c.header('cache-control', 'no-store');
    return c.html(galleryPage({ choice, choices, specimens: await specimensOf(choice) }));
  });

/** A mail's frame inherits this: no scripts, and nothing is fetched but the mail's own images. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src * data:; form-action 'self'; base-uri 'none'";

const all = 'all';

const kinds = Object.keys(templates) as MessageKind[];

const choices = {
  kind: [all, ...kinds],
  case: [all, ...Object.keys(variations)],
  locale: [...new Set(['en-US', ...Object.keys(catalogues).filter((name) => name !== 'en')])],
  palette: palettes,
  width: widths,
} as const;

const choiceOf = (query: Record<string, string>): Choice => {
  const pick = <T extends string>(name: string, values: readonly T[], usual: T): T =>
    values.find((value) => value === query[name]) ?? usual;
  const kind = pick('kind', choices.kind, all);
  return {
    kind,
    // All kinds in all cases would be more than anybody looks at.
    case: pick('case', choices.case, kind === all ? 'as it is' : all),
    locale: pick('locale', choices.locale, 'en-US'),
    palette: pick('palette', palettes, 'own'),
    width: pick('width', widths, 'phone'),
  };
};

const specimensOf = (choice: Choice): Promise<Specimen[]> => {
  const chosen = kinds.filter((kind) => choice.kind === all || kind === choice.kind);
  return Promise.all(
    chosen.flatMap((kind) =>
      casesOf(kind)
        .filter(([name]) => choice.case === all || name === choice.case)
        .map(async ([name, build]) => {
          const mail = await show(kind, () => inLocale(build(), choice.locale));
          return { kind, case: name, mail };
        }),
    ),
  );
};

/** What the gallery needs to know of a template; `previews` are further states of its own. */
type Template = { PreviewProps: Given; previews?: Readonly<Record<string, Given>> };

/** A template may bring cases of its own beside those that all have to bear. */
const casesOf = (kind: MessageKind): [string, () => Given][] => {
  const { PreviewProps, previews = {} } = (templates as unknown as Record<string, Template>)[
    kind
  ] as Template;
  return [
    ...Object.entries(variations).map(([name, vary]): [string, () => Given] => [
      name,
      () => vary(PreviewProps),
    ]),
    ...Object.entries(previews).map(([name, props]): [string, () => Given] => [name, () => props]),
  ];
};

/** What a template cannot show is said in its place, so that the others are still seen. */
const show = async (kind: MessageKind, build: () => Given): Promise<RenderedMail | string> => {
  try {
    const { html, ...mail } = await renderMail(kind, build() as never);
    return { ...mail, html: html.replaceAll(examples, '/shop/pictures/') };
  } catch (error) {
    return (error as Error).message;
  }
};

/** Where the pictures of the templates' examples would be; the demo shop has them. */
const examples = 'https://shop.example.org/images/';
