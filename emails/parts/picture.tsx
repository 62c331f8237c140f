import type { CSSProperties } from 'react';
import { styles } from './theme.ts';

type Props = {
  src: string;
  /** What the mail says in its place where no pictures are loaded. */
  alt: string;
  width: number;
  height: number;
  style?: CSSProperties;
};

/** Outlook takes its size from the attributes, the others shrink it to their screen. */
export const Picture = ({ src, alt, width, height, style }: Props) => (
  <img
    className="muted"
    src={src}
    alt={alt}
    width={width}
    height={height}
    style={{ ...styles.picture, ...style }}
  />
);
