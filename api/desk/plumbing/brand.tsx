import type { Context, Hono } from 'hono';
import type { ReactNode } from 'react';
import { contrast } from '../../../emails/brand/contrast.ts';
import { dark, light } from '../../../emails/parts/theme.ts';
import { catalogues, languageFor, type Overrides } from '../../../emails/words/catalogue.ts';
import { lawTexts } from '../../../emails/words/law.ts';
import { allowPictures, isPicture } from '../../html/pictures.ts';
import { allow } from '../access/allow.ts';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { Facts } from '../parts/badge.tsx';
import { showPage } from '../parts/layout.tsx';
import { Table } from '../parts/table.tsx';
import { PlumbingNav } from './nav.tsx';

/** How the shop looks and speaks, as it was read at the start. Nothing of it is changed here. */
export const mountBrand = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const { shop, overrides, notes } = deps.config;
  app.get('/desk/plumbing/brand', allow(deps, 'read'), (c) => {
    allowPictures(c as unknown as Parameters<typeof allowPictures>[0], shop);
    const children = (
      <>
        <PlumbingNav c={c as Context<DeskEnv>} at="/brand" />
        <p>
          This is what the processes read when they started. Change <code>brand.json</code> (
          <code>BRAND_FILE</code>), the <code>SHOP_*</code> settings or the files of{' '}
          <code>WORDS_DIR</code>, and start the API and the worker anew.
        </p>
        <Notes notes={notes} />
        <div className="columns">
          <Addresses shop={shop} />
          <Colours shop={shop} />
        </div>
        <OwnWords overrides={overrides} />
        <Locked />
      </>
    );
    return showPage(c, { title: 'Brand and words', at: 'plumbing', children });
  });
};

type Shop = DeskDeps['config']['shop'];

const Notes = ({ notes }: { notes: readonly string[] }) =>
  notes.length === 0 ? null : (
    <div className="notice">
      <p>Changed when it was read, so that it can be seen by everybody:</p>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );

const Addresses = ({ shop }: { shop: Shop }) => (
  <div className="panel">
    <h2>The shop</h2>
    <Facts
      facts={[
        ['Name', shop.name],
        ['Address on the web', shop.url ?? none],
        ['Mail to', shop.supportEmail ?? none],
        ['Answers to', shop.replyTo ?? 'the sender'],
        ['Postal address', shop.postalAddress ?? none],
        ['Elsewhere', elsewhere(shop)],
        ['System', shop.isStaging ? 'staging: nothing on it is real' : 'real'],
      ]}
    />
  </div>
);

const none = <span className="muted">none</span>;

const elsewhere = ({ social }: Shop): ReactNode =>
  social.length === 0 ? none : social.map(({ name, url }) => `${name} (${url})`).join(', ');

const Colours = ({ shop }: { shop: Shop }) => (
  <div className="panel">
    <h2>How it looks</h2>
    <Facts
      facts={[
        ['Logo', <Logo key="logo" logo={shop.logo} />],
        ['Colour on light', <Swatch key="light" colour={shop.colour.light} ground={light.card} />],
        ['Colour on dark', <Swatch key="dark" colour={shop.colour.dark} ground={dark.card} />],
        ['Corners', `${shop.radius} pixels`],
      ]}
    />
  </div>
);

const Logo = ({ logo }: Pick<Shop, 'logo'>) => {
  if (logo === null) return <span className="muted">none: its name stands there</span>;
  const { url, darkUrl, width, height, alt } = logo;
  return (
    <>
      {isPicture(url) && <img src={url} alt={alt} width={width} height={height} />}
      <div className="id">{url}</div>
      {darkUrl !== null && <div className="id">{darkUrl} on dark grounds</div>}
    </>
  );
};

/** A colour on the card of its palette, in a square that is never the only sign of it. */
const Swatch = ({ colour, ground }: { colour: string; ground: string }) => (
  <>
    <svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16">
      <rect x=".5" y=".5" width="15" height="15" fill={ground} stroke="currentColor" />
      <rect x="3" y="3" width="10" height="10" fill={colour} />
    </svg>{' '}
    <code>{colour}</code>, contrast {contrast(colour, ground).toFixed(1)} to 1 (4.5 is needed)
  </>
);

type Row = { locale: string; name: string; own: string; original: string };

const OwnWords = ({ overrides }: { overrides: Readonly<Record<string, Overrides>> }) => (
  <>
    <h2>Words of its own</h2>
    <Table
      caption="Texts that the shop says otherwise"
      columns={[
        { head: 'Text', isHead: true, cell: ({ name }) => <span className="id">{name}</span> },
        { head: 'Locale', cell: ({ locale }) => locale },
        { head: 'Says', cell: ({ own, locale }) => <span lang={locale}>{own}</span> },
        {
          head: 'In place of',
          cell: ({ original, locale }) => <span lang={locale}>{original}</span>,
        },
      ]}
      rows={rowsOf(overrides)}
      keyOf={({ locale, name }) => `${locale} ${name}`}
      none="None: everything is said in the words of the catalogue."
    />
  </>
);

const rowsOf = (overrides: Readonly<Record<string, Overrides>>): Row[] =>
  Object.entries(overrides).flatMap(([locale, sections]) => {
    const original = (catalogues[languageFor(locale)] ?? {}) as Texts;
    return Object.entries(sections as Texts).flatMap(([section, texts]) =>
      Object.entries(texts).map(([key, own]) => ({
        ...{ locale, name: `${section}.${key}`, own },
        original: original[section]?.[key] ?? '',
      })),
    );
  });

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

const Locked = () => (
  <>
    <h2>Words that the law wants as they are</h2>
    <p>
      These {lawTexts.length} texts cannot be put otherwise: a file of <code>WORDS_DIR</code> that
      names one is refused at the start.
    </p>
    <details>
      <summary>All of them</summary>
      <ul>
        {lawTexts.map((name) => (
          <li key={name}>
            <span className="id">{name}</span>
          </li>
        ))}
      </ul>
    </details>
  </>
);
