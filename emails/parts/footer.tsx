import type { ReactNode } from 'react';
import { classOf, type MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import { flat, webUrl } from './format.ts';
import type { MailProps } from './props.ts';
import { styles } from './theme.ts';
import { aboutOrder, unsubscribeOffer } from './wording.ts';

type Props = { mail: MailProps; kind: MessageKind };

/** Why this mail came, who wrote it, and, in relationship mails alone, how to hear less. */
export const Footer = ({ mail, kind }: Props) => {
  const { shop, words } = mail;
  const { letter } = words.say;
  const social = shop.social.flatMap(({ name, url }) => (webUrl(url) ? [{ name, url }] : []));
  return (
    <>
      <Small>{aboutOrder(mail)}</Small>
      {shop.supportEmail && (
        <Small>
          <Linked
            text={letter.questions({ address: shop.supportEmail })}
            part={shop.supportEmail}
            href={`mailto:${shop.supportEmail}`}
          />
        </Small>
      )}
      {classOf(kind) === 'relationship' && <Choices mail={mail} />}
      <Small>
        <ShopName shop={shop} />
        {shop.postalAddress && `, ${flat(shop.postalAddress)}`}
      </Small>
      {social.length > 0 && (
        <Small>
          {social.map(({ name, url }, index) => (
            <span key={url}>
              {index > 0 && ' · '}
              <To href={url}>{flat(name)}</To>
            </span>
          ))}
        </Small>
      )}
    </>
  );
};

const Choices = ({ mail }: { mail: MailProps }) => {
  const { links, words } = mail;
  const { letter } = words.say;
  return (
    <>
      {links.unsubscribe && <Small>{unsubscribeOffer(mail)}</Small>}
      <Small>
        {links.unsubscribe && (
          <>
            <To href={links.unsubscribe}>{letter.unsubscribe()}</To> ·{' '}
          </>
        )}
        <To href={links.preferences}>{letter.preferences()}</To>
      </Small>
    </>
  );
};

/** A sentence of which that part is a link. */
const Linked = ({ text, part, href }: { text: string; part: string; href: string }) => {
  const at = text.indexOf(part);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <To href={href}>{part}</To>
      {text.slice(at + part.length)}
    </>
  );
};

const ShopName = ({ shop }: Pick<MailProps, 'shop'>) => {
  const href = webUrl(shop.url);
  return href ? <To href={href}>{flat(shop.name)}</To> : flat(shop.name);
};

const Small = ({ children }: { children: ReactNode }) => (
  <p className="muted" style={styles.small}>
    {children}
  </p>
);

const To = ({ href, children }: { href: string; children: ReactNode }) => (
  <a className="muted" href={href} style={styles.footLink}>
    {children}
  </a>
);
