import type { Money } from '../../../workflows/domain/money.ts';
import type { Block, Room } from '../block.ts';
import { cut, flat, webUrl } from '../format.ts';
import { Grid } from '../grid.tsx';
import { Picture } from '../picture.tsx';
import type { MailProps } from '../props.ts';
import { branded, styles } from '../theme.ts';

/** Another product. */
export type Offer = { title: string; url: string; imageUrl: string | null; price: Money | null };

/** The same as a shop keeps it beside a product. */
type Related = { title: string; url: string; imageUrl?: string; price?: Money };

export const toOffer = ({ title, url, imageUrl, price }: Related): Offer => ({
  ...{ title, url, imageUrl: imageUrl ?? null, price: price ?? null },
});

const most = 3;
const picture = 160;

/** Up to three other products, and why they are shown. Only for who agreed to hear of them. */
export const offers = (mail: MailProps, given: readonly Offer[]): Block | null => {
  const shown = given.filter(({ url }) => webUrl(url) !== null).slice(0, most);
  if (shown.length === 0) return null;
  const { excitement } = mail.words.say;
  return {
    html: (room) => (
      <>
        <h2 style={styles.subheading}>{excitement.offers()}</h2>
        <Grid width="100%" style={{ ...styles.inRow, marginBottom: 8 }}>
          <tr>
            {shown.map((offer) => (
              <td key={offer.url} width="33%" align="center" valign="top" style={{ padding: 6 }}>
                <Card mail={mail} offer={offer} room={room} />
              </td>
            ))}
          </tr>
        </Grid>
        <p className="muted" style={styles.small}>
          {excitement.whyOffers()}
        </p>
      </>
    ),
    text: [
      mail.words.say.letter.titled({ title: excitement.offers() }),
      ...shown.map((offer) => `- ${[nameOf(mail, offer), offer.url].join(': ')}`),
      excitement.whyOffers(),
    ].join('\n'),
  };
};

const nameOf = ({ words }: MailProps, { title, price }: Offer): string =>
  price === null
    ? flat(title)
    : words.say.excitement.offer({ title: flat(title), price: words.money(price) });

type CardProps = { mail: MailProps; offer: Offer; room: Room };

const Card = ({ mail, offer: { title, url, imageUrl, price }, room }: CardProps) => {
  const src = room.pictures ? webUrl(imageUrl) : null;
  return (
    <>
      {src && (
        <a href={url}>
          <Picture
            src={src}
            alt={cut(title)}
            width={picture}
            height={picture}
            style={{ marginBottom: 8 }}
          />
        </a>
      )}
      <a className="link" href={url} style={{ ...styles.rows, ...branded(mail.shop).link }}>
        {cut(title, 80)}
      </a>
      {price && (
        <p className="muted" style={styles.small}>
          {mail.words.money(price)}
        </p>
      )}
    </>
  );
};
