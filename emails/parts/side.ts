import type { CSSProperties } from 'react';
import type { Words } from '../words/lexicon.ts';

type Dir = Pick<Words, 'dir'>;

/** Where a line ends. Mail clients know left and right only. */
export const endOf = ({ dir }: Dir): 'left' | 'right' => (dir === 'rtl' ? 'left' : 'right');

export const startOf = ({ dir }: Dir): 'left' | 'right' => (dir === 'rtl' ? 'right' : 'left');

/** So many pixels of air at the side where a line begins. */
export const airBefore = ({ dir }: Dir, px: number): CSSProperties =>
  dir === 'rtl' ? { paddingRight: px } : { paddingLeft: px };
