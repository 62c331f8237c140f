import type { CSSProperties, ReactNode } from 'react';

type Props = { width: string | undefined; style?: CSSProperties; children: ReactNode };

/** A table that only lays out: Outlook for Windows knows no other way to set things side by side. */
export const Grid = ({ width, style, children }: Props) => (
  <table role="presentation" width={width} cellPadding="0" cellSpacing="0" border={0} style={style}>
    <tbody>{children}</tbody>
  </table>
);
