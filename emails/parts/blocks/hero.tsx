import type { Block } from '../block.ts';
import { cut, webUrl } from '../format.ts';
import { Grid } from '../grid.tsx';
import { Picture } from '../picture.tsx';
import type { LinePart, MailProps } from '../props.ts';
import { branded, styles } from '../theme.ts';

const single = 232;
const thumbnail = 116;
const mostThumbnails = 4;

/** The picture of the one thing that is waited for, or up to four small ones; null without any. */
export const hero = (mail: MailProps, lines: readonly LinePart[]): Block | null => {
  const pictured = lines.flatMap((line) => {
    const src = webUrl(line.imageUrl);
    return src ? [{ src, alt: cut(line.title, 40), href: webUrl(line.url) }] : [];
  });
  if (pictured.length === 0) return null;
  const shown = pictured.slice(0, mostThumbnails);
  const width = shown.length === 1 ? single : thumbnail;
  return {
    html: (room) =>
      room.pictures && (
        <Grid width="100%" style={{ marginBottom: 24 }}>
          <tr>
            <td
              className="panel"
              align="center"
              style={{ ...styles.panel, ...branded(mail.shop).rounded }}
            >
              <Pictures shown={shown} width={width} linked={room.links} />
            </td>
          </tr>
        </Grid>
      ),
    text: '',
  };
};

type Shown = { src: string; alt: string; href: string | null };

type Props = { shown: readonly Shown[]; width: number; linked: boolean };

const Pictures = ({ shown, width, linked }: Props) => (
  <Grid width="100%" style={styles.inRow}>
    <tr>
      {shown.map((picture, index) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once; a picture may stand twice.
          key={index}
          align="center"
          style={{ padding: 4 }}
        >
          <One picture={picture} width={width} linked={linked} />
        </td>
      ))}
    </tr>
  </Grid>
);

const One = ({ picture, width, linked }: Omit<Props, 'shown'> & { picture: Shown }) => {
  const { src, alt, href } = picture;
  const image = (
    <Picture src={src} alt={alt} width={width} height={width} style={{ margin: '0 auto' }} />
  );
  return linked && href ? <a href={href}>{image}</a> : image;
};
