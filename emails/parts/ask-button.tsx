import { Button, Link, Text } from 'react-email';
import type { MailProps } from './props.ts';
import { styles } from './theme.ts';
import type { Ask } from './wording.ts';

type Props = { mail: MailProps; ask: Ask; label: string };

/** Leads to what we ask the customer to do, then to the order page. A click changes nothing. */
export const AskButton = ({ mail, ask, label }: Props) => (
  <>
    <Button className="button" href={ask.href} style={styles.button}>
      {ask.label}
    </Button>
    <Text style={styles.afterButton}>
      <Link className="link" style={styles.link} href={mail.links.status}>
        {label}
      </Link>
    </Text>
  </>
);
