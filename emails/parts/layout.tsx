import type { ReactNode } from 'react';
import { Preview } from 'react-email';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import { Footer } from './footer.tsx';
import { Grid } from './grid.tsx';
import { ShopHead } from './head.tsx';
import type { MailProps } from './props.ts';
import { startOf } from './side.ts';
import { branded, columnWidth, cssOf, styles } from './theme.ts';
import { greeting } from './wording.ts';

type Props = {
  mail: MailProps;
  kind: MessageKind;
  title: string;
  /** What an inbox shows beside the subject. */
  preview: string;
  heading: string;
  hero?: ReactNode;
  children: ReactNode;
};

/** The sheet every mail is written on: shop, picture, heading, greeting, the mail itself, footer. */
export const Layout = ({ mail, kind, title, preview, heading, hero, children }: Props) => {
  const { lang, dir } = mail.words;
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=UTF-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="x-apple-disable-message-reformatting" />
        <title>{title}</title>
        <style>{cssOf(mail.shop)}</style>
      </head>
      <body lang={lang} dir={dir} className="page" style={styles.page}>
        <Preview useTitleTag={false}>{preview}</Preview>
        <Grid width="100%">
          <tr>
            <td className="page" align="center" style={styles.ground}>
              <Column>
                <tr>
                  <td
                    className="card"
                    align={startOf(mail.words)}
                    style={{ ...styles.card, ...branded(mail.shop).rounded }}
                  >
                    <ShopHead shop={mail.shop} />
                    {hero}
                    <h1 className="h1" style={styles.heading}>
                      {heading}
                    </h1>
                    <p style={styles.text}>{greeting(mail)}</p>
                    {children}
                  </td>
                </tr>
                <tr>
                  <td className="foot muted" align={startOf(mail.words)} style={styles.foot}>
                    <Footer mail={mail} kind={kind} />
                  </td>
                </tr>
              </Column>
            </td>
          </tr>
        </Grid>
      </body>
    </html>
  );
};

/** `renderMail` puts a table of that width around it which only Outlook for Windows sees. */
const Column = ({ children }: { children: ReactNode }) => (
  <table
    role="presentation"
    className="column"
    width={columnWidth}
    cellPadding="0"
    cellSpacing="0"
    border={0}
    style={styles.column}
  >
    <tbody>{children}</tbody>
  </table>
);
