import type { ReactNode } from 'react';
import { Container, Link, Text } from 'react-email';
import { classOf, type MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import { flat, webUrl } from './format.ts';
import type { MailProps } from './props.ts';
import { styles } from './theme.ts';
import { aboutOrder, unsubscribeOffer } from './wording.ts';

type Props = { mail: MailProps; kind: MessageKind };

/** Who wrote, about which order, and, in relationship mails alone, how to hear less. */
export const Footer = ({ mail, kind }: Props) => {
  const { shop, links } = mail;
  return (
    <Container style={styles.foot}>
      <Small>{aboutOrder(mail)}</Small>
      {shop.supportEmail && (
        <Small>
          Questions? Email us at <To href={`mailto:${shop.supportEmail}`}>{shop.supportEmail}</To>.
        </Small>
      )}
      {classOf(kind) === 'relationship' && links.unsubscribe && (
        <Small>
          {unsubscribeOffer} <To href={links.unsubscribe}>Unsubscribe</To>
        </Small>
      )}
      <Small>
        <ShopName shop={shop} />
        {shop.postalAddress && `, ${flat(shop.postalAddress)}`}
      </Small>
    </Container>
  );
};

const ShopName = ({ shop }: Pick<MailProps, 'shop'>) => {
  const href = webUrl(shop.url);
  return href ? <To href={href}>{flat(shop.name)}</To> : flat(shop.name);
};

const Small = ({ children }: { children: ReactNode }) => (
  <Text className="muted" style={styles.small}>
    {children}
  </Text>
);

const To = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link className="link" style={styles.link} href={href}>
    {children}
  </Link>
);
