import type { Block } from '../block.ts';
import { linkText } from '../letter.ts';
import type { LinePart, MailProps } from '../props.ts';
import { branded, styles } from '../theme.ts';
import { itemsOf } from '../wording.ts';

/**
 * Another order of the same address whose countdown this mail says too. `status`: its page; null
 * where only its own mails lead there.
 */
export type Other = { number: string; items: readonly LinePart[]; status: string | null };

const most = 10;

/** The other orders that are due on the same day; null without any. The text names each. */
export const also = (mail: MailProps, others: readonly Other[]): Block | null => {
  if (others.length === 0) return null;
  const { countdown, letter } = mail.words.say;
  const nameOf = ({ number, items }: Other) =>
    countdown.other({ order: number, items: itemsOf(items, mail.words) });
  return {
    html: () => (
      <>
        <h2 style={styles.subheading}>{countdown.others()}</h2>
        {others.slice(0, most).map((other) => (
          <p key={other.number} style={{ ...styles.text, margin: '0 0 8px' }}>
            <Name mail={mail} name={nameOf(other)} status={other.status} />
          </p>
        ))}
        {others.length > most && (
          <p style={styles.text}>{letter.moreOrders({ count: others.length - most })}</p>
        )}
      </>
    ),
    text: [
      letter.titled({ title: countdown.others() }),
      ...others.map((other) =>
        other.status === null
          ? `- ${nameOf(other)}`
          : linkText(nameOf(other), other.status, mail.words),
      ),
    ].join('\n'),
  };
};

type NameProps = { mail: MailProps; name: string; status: string | null };

const Name = ({ mail, name, status }: NameProps) =>
  status === null ? (
    name
  ) : (
    <a className="link" href={status} style={branded(mail.shop).link}>
      {name}
    </a>
  );
