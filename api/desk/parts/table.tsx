import type { ReactNode } from 'react';

export type Column<Row> = {
  head: string;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
  /** Names the row: one column of a table does. */
  isHead?: boolean;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Said when there is no row. */
  none: string;
  /** The caption stands as a heading above it already. */
  isCaptioned?: boolean;
};

/** A table that scrolls by itself where it is too wide, also by keyboard. */
export const Table = <Row,>({
  caption,
  columns,
  rows,
  keyOf,
  none,
  isCaptioned = false,
}: Props<Row>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
  <section className="scroll" aria-label={caption} tabIndex={0}>
    {rows.length === 0 ? (
      <p className="empty">{none}</p>
    ) : (
      <table>
        <caption className={isCaptioned ? 'hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, isNumber }) => (
              <th key={head} scope="col" className={isNumber ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <Cell key={column.head} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);

const Cell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) => {
  const className = column.isNumber ? 'number' : undefined;
  const content = column.cell(row);
  return column.isHead ? (
    <th scope="row" className={className}>
      {content}
    </th>
  ) : (
    <td className={className}>{content}</td>
  );
};
