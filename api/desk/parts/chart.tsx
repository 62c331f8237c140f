import type { ReactNode } from 'react';

/** What sets the parts of a chart apart: a colour of the page, and a pattern for who sees none. */
export const looks = [
  { ink: 'var(--link)', pattern: 'solid' },
  { ink: 'var(--warn)', pattern: 'hatched' },
  { ink: 'var(--done)', pattern: 'dotted' },
  { ink: 'var(--muted)', pattern: 'empty' },
] as const;

export type Look = (typeof looks)[number];

/** The look of the part at that place; the fifth looks as the first. */
export const lookOf = (place: number): Look => looks[place % looks.length] ?? looks[0];

type Props = {
  /** Names the chart; no other on the page has the same. */
  title: string;
  /** What it shows, in a sentence, for those who do not see it. */
  desc: string;
  width: number;
  height: number;
  children: ReactNode;
};

/** A drawing that scrolls by itself where it is wider than the screen, so that its words stay. */
export const Chart = ({ title, desc, width, height, children }: Props) => {
  const id = slugOf(title);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="scroll drawing" aria-label={`${title}, drawn`} tabIndex={0}>
      <svg
        className="chart"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{desc}</desc>
        {children}
      </svg>
    </section>
  );
};

/** An SVG's ids are the page's. */
export const slugOf = (title: string): string => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

type Scale = { (value: number): number; ticks: (count: number) => number[] };

/** Lines across the chart at round numbers of the scale, with the numbers at their left. */
export const Ticks = ({
  scale,
  from,
  to,
  format,
  isWhole = false,
}: {
  scale: Scale;
  from: number;
  to: number;
  format: (value: number) => string;
  /** There is nothing between one and two of what is counted. */
  isWhole?: boolean;
}) =>
  ticksOf(scale, isWhole).map((tick) => (
    <g key={tick}>
      <line x1={from} x2={to} y1={scale(tick)} y2={scale(tick)} className="grid" />
      <text x={from - 8} y={scale(tick)} dy=".32em" textAnchor="end">
        {format(tick)}
      </text>
    </g>
  ));

const ticksOf = (scale: Scale, isWhole: boolean): number[] =>
  scale.ticks(4).filter((tick) => !isWhole || Number.isInteger(tick));
