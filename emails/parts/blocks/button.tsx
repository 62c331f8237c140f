import type { CSSProperties } from 'react';
import type { Brand } from '../brand.ts';
import { Grid } from '../grid.tsx';
import { branded } from '../theme.ts';

type Props = { shop: Brand; href: string; label: string; quiet?: boolean };

/** A cell that looks like a button, so that Outlook draws it too. Following it changes nothing. */
export const ButtonCell = ({
  shop,
  href,
  label,
  width,
  quiet = false,
}: Props & { width?: string }) => {
  const name = quiet ? 'quiet' : 'button';
  const { padding, ...look } = branded(shop)[name];
  const { color, fontSize, fontWeight, textDecoration, ...ground } = look;
  return (
    <td
      className={name}
      align="center"
      width={width}
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
  );
};

export const Button = (props: Props) => (
  <Grid width={undefined}>
    <tr>
      <ButtonCell {...props} />
    </tr>
  </Grid>
);
