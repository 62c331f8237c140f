import type { CSSProperties } from 'react';
import type { Brand } from './brand.ts';
import { flat, webUrl } from './format.ts';
import { Picture } from './picture.tsx';
import { branded, styles } from './theme.ts';

/** The shop's logo, else its name in its own colour; by night the logo that was drawn for it. */
export const ShopHead = ({ shop }: { shop: Brand }) => {
  const href = webUrl(shop.url);
  const own = href ? (
    <a className="brand" href={href} style={{ ...branded(shop).name, textDecoration: 'none' }}>
      <Name shop={shop} />
    </a>
  ) : (
    <Name shop={shop} />
  );
  return (
    <p className="brand" style={{ ...styles.head, ...branded(shop).name }}>
      {own}
    </p>
  );
};

const Name = ({ shop: { logo, name } }: { shop: Brand }) => {
  const src = webUrl(logo?.url);
  if (logo === null || src === null) return flat(name);
  const size = { width: logo.width, height: logo.height, alt: logo.alt || flat(name) };
  const darkSrc = webUrl(logo.darkUrl);
  if (darkSrc === null) return <Picture src={src} {...size} />;
  return (
    <>
      <span className="by-day">
        <Picture src={src} {...size} />
      </span>
      <span className="by-night" style={hidden}>
        <Picture src={darkSrc} {...size} />
      </span>
    </>
  );
};

/** Outlook for Windows hides no picture but by a word of its own. */
const hidden = { display: 'none', msoHide: 'all' } as CSSProperties;
