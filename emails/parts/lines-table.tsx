import { Heading } from 'react-email';
import { money } from '../../workflows/calendar/format.ts';
import type { Money } from '../../workflows/domain/money.ts';
import { webUrl } from './format.ts';
import { LineRow } from './line-row.tsx';
import type { LinePart } from './props.ts';
import { styles } from './theme.ts';
import type { Sum } from './wording.ts';

type Props = {
  title: string;
  lines: readonly (LinePart & { total?: Money })[];
  locale: string;
  sums?: readonly Sum[];
};

/** Gmail cuts a mail off at 102 kB, so a long list goes without its pictures. */
const mostPictures = 20;

/** Lines with their quantities, and with amounts if they have any. */
export const LinesTable = ({ title, lines, locale, sums = [] }: Props) => {
  const pictured = lines.length <= mostPictures && lines.some((line) => webUrl(line.imageUrl));
  return (
    <>
      <Heading as="h2" style={styles.subheading}>
        {title}
      </Heading>
      <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" style={styles.table}>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once; a SKU may stand twice.
            <LineRow key={index} line={line} pictured={pictured} locale={locale} />
          ))}
          {sums.map(({ label, amount }) => (
            <tr key={label}>
              <td className="rule" colSpan={pictured ? 2 : 1} style={styles.cell}>
                {label}
              </td>
              <td className="rule" align="right" style={styles.amount}>
                {money(amount, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
