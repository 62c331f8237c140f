import { Section, Text } from 'react-email';
import { styles } from './theme.ts';
import type { Detail } from './wording.ts';

export const Details = ({ details }: { details: readonly Detail[] }) =>
  details.length > 0 && (
    <Section className="panel" style={styles.panel}>
      {details.map(({ label, value }) => (
        <div key={label}>
          <Text className="muted" style={styles.label}>
            {label}
          </Text>
          <Text style={styles.value}>{value}</Text>
        </div>
      ))}
    </Section>
  );
