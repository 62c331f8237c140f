import { renderToStaticMarkup } from 'react-dom/server';
import { webUrl } from '../../../emails/parts/format.ts';
import type { Words } from '../../../emails/words/lexicon.ts';
import type { Offer } from '../../storefront/offer.ts';
import type { ProductForm } from './form.ts';

type Props = { sku: string; form: ProductForm; offer: Offer; words: Words };

/** The part of a product page that speaks of the wait, plain, as every shop dresses it otherwise. */
export const productPage = (props: Props): string =>
  `<!doctype html>${renderToStaticMarkup(<Page {...props} />)}`;

const Page = ({ sku, form, offer, words }: Props) => {
  const src = webUrl(form.imageUrl);
  return (
    <html lang={words.lang} dir={words.dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{form.title || sku}</title>
        <style>{style}</style>
      </head>
      <body>
        {src && <img src={src} alt="" />}
        <h1 dir="auto">{form.title || sku}</h1>
        <p className={`status ${offer.state}`}>
          <span className="mark" aria-hidden="true" />
          <span dir="auto">{offer.text}</span>
        </p>
      </body>
    </html>
  );
};

/** The mark and the text as the widget has them. */
const style = `:root { color-scheme: light dark }
body { margin: 0 auto; max-width: 40rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
img { max-width: 100%; max-height: 18rem; height: auto }
h1 { font-size: 1.4rem; line-height: 1.25; margin: .75rem 0 }
.status { display: flex; align-items: baseline; gap: .5em; margin: 0 }
.mark { flex: none; box-sizing: border-box; inline-size: .65em; block-size: .65em; border: .15em solid; border-radius: 50% }
.in_stock .mark { border-width: .325em }`;
