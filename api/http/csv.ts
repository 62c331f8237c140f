export type Cell = string | number | null;

/**
 * RFC 4180. Text that a spreadsheet would run as a formula, written in full width too, begins with
 * an apostrophe instead; so does what stands behind a semicolon, at which many of them begin a cell.
 */
export const toCsv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(toField).join(',')}\r\n`).join('');

const toField = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const inner = cell.replace(/(;\s*)(?=[=+\-@＝＋－＠])/g, "$1'");
  const text = /^[=+\-@＝＋－＠\t\r\n]/.test(inner) ? `'${inner}` : inner;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
