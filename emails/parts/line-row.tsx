import { Img, Link } from 'react-email';
import { money } from '../../workflows/calendar/format.ts';
import type { Money } from '../../workflows/domain/money.ts';
import { cut, flat, webUrl } from './format.ts';
import type { LinePart } from './props.ts';
import { styles } from './theme.ts';

type Line = LinePart & { total?: Money };

/** `pictured`: the table has a column of pictures, even if this line has none. */
type Props = { line: Line; pictured: boolean; locale: string };

export const LineRow = ({ line, pictured, locale }: Props) => (
  <tr>
    {pictured && (
      <td className="rule" width="64" valign="top" style={styles.picture}>
        <Picture line={line} />
      </td>
    )}
    <td className="rule" valign="top" style={styles.cell}>
      <Title line={line} />
      <br />
      <span className="muted" style={styles.muted}>
        Quantity {line.quantity} · {flat(line.sku)}
      </span>
    </td>
    <td className="rule" align="right" valign="top" style={styles.amount}>
      {line.total && money(line.total, locale)}
    </td>
  </tr>
);

const Picture = ({ line }: { line: Line }) => {
  const src = webUrl(line.imageUrl);
  return src && <Img src={src} alt={cut(line.title)} width={64} height={64} />;
};

const Title = ({ line }: { line: Line }) => {
  const href = webUrl(line.url);
  if (!href) return flat(line.title);
  return (
    <Link className="link" style={styles.link} href={href}>
      {flat(line.title)}
    </Link>
  );
};
