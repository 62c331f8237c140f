import type { CSSProperties } from 'react';
import type { Brand } from '../brand.ts';
import { Grid } from '../grid.tsx';
import { branded } from '../theme.ts';

type Props = { shop: Brand; href: string; label: string; wide?: boolean; quiet?: boolean };

/** A cell that looks like a button, so that Outlook draws it too. Following it changes nothing. */
export const Button = ({ shop, href, label, wide = false, quiet = false }: Props) => {
  const name = quiet ? 'quiet' : 'button';
  const { padding, ...look } = branded(shop)[name];
  const { color, fontSize, fontWeight, textDecoration, ...ground } = look;
  return (
    <Grid width={wide ? '100%' : undefined}>
      <tr>
        <td
          className={name}
          align="center"
          style={{ ...ground, msoPaddingAlt: padding } as CSSProperties}
        >
          <a
            className={`${name}-ink`}
            href={href}
            style={{ color, fontSize, fontWeight, textDecoration, padding, display: 'block' }}
          >
            {label}
          </a>
        </td>
      </tr>
    </Grid>
  );
};
