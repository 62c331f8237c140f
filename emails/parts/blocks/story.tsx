import type { Block } from '../block.ts';
import { cut, flat, webUrl } from '../format.ts';
import { Picture } from '../picture.tsx';
import type { MailProps } from '../props.ts';
import { branded, innerWidth, styles } from '../theme.ts';

/** Something to tell of what is waited for. Its `text` is what makes it another story. */
export type Story = {
  title: string | null;
  text: string;
  imageUrl: string | null;
  url: string | null;
};

/** What a shop has to tell of a product: a text alone, or with a headline. */
type Told = string | { title: string; text: string; imageUrl?: string; url?: string };

export const toStory = (told: Told): Story =>
  typeof told === 'string'
    ? { title: null, text: told, imageUrl: null, url: null }
    : {
        title: told.title,
        text: told.text,
        imageUrl: told.imageUrl ?? null,
        url: told.url ?? null,
      };

export const story = (mail: MailProps, told: Story): Block => {
  const href = webUrl(told.url);
  const { excitement, letter } = mail.words.say;
  const more = excitement.more();
  const title = flat(told.title ?? '');
  const text = flat(told.text);
  return {
    html: (room) => (
      <div style={{ marginBottom: 8 }}>
        {room.pictures && <StoryPicture told={told} />}
        {title && <h2 style={{ ...styles.subheading, marginTop: 8 }}>{title}</h2>}
        {text && <p style={styles.text}>{text}</p>}
        {href && (
          <p style={styles.text}>
            <a className="link" href={href} style={branded(mail.shop).link}>
              {more}
            </a>
          </p>
        )}
      </div>
    ),
    text: [title, text, href ? letter.detail({ label: more, value: href }) : '']
      .filter((line) => line !== '')
      .join('\n'),
  };
};

const StoryPicture = ({ told: { imageUrl, title, text } }: { told: Story }) => {
  const src = webUrl(imageUrl);
  const alt = cut(title ?? text);
  return (
    src && (
      <Picture src={src} alt={alt} width={innerWidth} height={300} style={{ marginBottom: 16 }} />
    )
  );
};
