import { type Figure, isMet } from './figure.ts';
import { short } from './measure.ts';

/** The figures for people, one a line, then what must be known of them. */
export const tableOf = (figures: readonly Figure[]): string => {
  const header = ['row', 'figure', 'floor', 'ratio', 'bar', ''];
  const table = [header, ...figures.map(cellsOf)];
  const widths = header.map((_, column) => Math.max(...table.map((row) => lengthOf(row[column]))));
  const lines = table.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column > 0 && column < 5))
      .join('  ')
      .trimEnd(),
  );
  const rule = '-'.repeat(Math.max(...lines.map((line) => line.length)));
  return [lines[0], rule, ...lines.slice(1), '', ...figures.flatMap(notesOf)].join('\n');
};

const cellsOf = (figure: Figure): string[] => {
  const { what, unit, floor, ratio } = figure;
  const verdict = { true: 'met', false: 'MISSED', null: '' }[String(isMet(figure))] ?? '';
  return [
    what,
    `${short(figure.figure)}${unit && ` ${unit}`}`,
    floor ? `${short(floor.figure)}${unit && ` ${unit}`}` : '',
    ratio === null ? '' : ratio.toFixed(2),
    barOf(figure),
    verdict,
  ];
};

const barOf = ({ bar, unit }: Figure): string => {
  if (bar === null) return '';
  const sign = bar.is === 'at least' ? '≥' : '≤';
  const of = bar.of === 'figure' ? unit && ` ${unit}` : ' ×';
  return `${sign} ${short(bar.limit)}${of}`;
};

const notesOf = ({ what, floor, note }: Figure): string[] => [
  ...(floor ? [`${what}\n  floor: ${floor.what}`] : []),
  ...(note ? [`${what}\n  ${note}`] : []),
];

const lengthOf = (cell: string | undefined): number => cell?.length ?? 0;

const pad = (cell: string, width: number, isNumber: boolean): string =>
  isNumber ? cell.padStart(width) : cell.padEnd(width);
