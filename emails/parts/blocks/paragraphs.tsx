import type { Block } from '../block.ts';
import { styles } from '../theme.ts';

/** Sentences, each group of them a paragraph. Empty ones are left out, and empty groups too. */
export const paragraphs = (...groups: readonly (readonly string[])[]): Block => {
  const texts = groups.map(joined).filter((text) => text !== '');
  return {
    html: () =>
      texts.map((text) => (
        <p key={text} style={styles.text}>
          {text}
        </p>
      )),
    text: texts.join('\n\n'),
  };
};

const joined = (sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ');
