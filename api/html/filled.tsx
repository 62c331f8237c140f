import type { ReactNode } from 'react';

/** Stands in a text for an element of the page. A private letter, which no text of ours has. */
export const slot = '\ue000';

/** A text that was said with `slot` for one of its placeholders, and what belongs there. */
export const Filled = ({ text, children }: { text: string; children: ReactNode }) => {
  const [before = '', after = ''] = text.split(slot, 2);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
};
