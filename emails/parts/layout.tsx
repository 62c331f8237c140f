import type { ReactNode } from 'react';
import { Body, Container, Head, Heading, Html, Preview, Text } from 'react-email';
import { languageOf } from '../../workflows/calendar/format.ts';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import { Footer } from './footer.tsx';
import { flat } from './format.ts';
import type { MailProps } from './props.ts';
import { css, styles } from './theme.ts';
import { greeting } from './wording.ts';

type Props = {
  mail: MailProps;
  kind: MessageKind;
  title: string;
  /** What an inbox shows beside the subject. */
  preview: string;
  heading: string;
  children: ReactNode;
};

/** The sheet every mail is written on: shop, heading, greeting, the mail itself, footer. */
export const Layout = ({ mail, kind, title, preview, heading, children }: Props) => {
  const lang = languageOf(mail.customer.locale);
  return (
    <Html lang={lang}>
      <Head>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{css}</style>
      </Head>
      <Body lang={lang} className="page" style={styles.page}>
        <Preview useTitleTag={false}>{preview}</Preview>
        <Container className="card" style={styles.card}>
          <Text className="muted" style={styles.shop}>
            {flat(mail.shop.name)}
          </Text>
          <Heading style={styles.heading}>{heading}</Heading>
          <Text style={styles.text}>{greeting(mail)}</Text>
          {children}
        </Container>
        <Footer mail={mail} kind={kind} />
      </Body>
    </Html>
  );
};
