import { Button } from 'react-email';
import type { MailProps } from './props.ts';
import { styles } from './theme.ts';

type Props = { mail: MailProps; label: string };

/** Leads to the order page. Following the link changes nothing: every act there is a form. */
export const OrderButton = ({ mail, label }: Props) => (
  <Button className="button" href={mail.links.status} style={styles.button}>
    {label}
  </Button>
);
