import { Text } from 'react-email';
import { styles } from './theme.ts';

/** The sentences that a template shares with its text part. */
export const Paragraphs = ({ texts }: { texts: readonly string[] }) =>
  texts.map((text) => (
    <Text key={text} style={styles.text}>
      {text}
    </Text>
  ));
