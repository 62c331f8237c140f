import { scaleBand, scaleLinear } from 'd3-scale';
import { Chart, type Look, lookOf, looks, slugOf, Ticks } from './chart.tsx';

/** One bar: what stands under it, and how much of each part it has, in the order of `parts`. */
export type Bar = { label: string; values: readonly number[] };

type Props = {
  title: string;
  desc: string;
  /** What the bars are made of, from the bottom up; at most four. */
  parts: readonly string[];
  bars: readonly Bar[];
  /** How a number of the scale is written. */
  format?: (value: number) => string;
};

const size = { width: 720, height: 240 };
const plot = { top: 12, right: 712, bottom: 208 };
/** So wide is a character beside the scale, about. */
const characterWidth = 7.5;
/** So many labels stand side by side without touching. */
const mostLabels = 9;

/** Stacked bars, told apart by pattern as well as by colour. A table of the same stands beside. */
export const Bars = ({ title, desc, parts, bars, format = String }: Props) => {
  const y = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ values }) => sumOf(values)))])
    .nice(4)
    .range([plot.bottom, plot.top]);
  const longest = Math.max(...y.ticks(4).map((tick) => format(tick).length));
  const from = Math.max(48, 16 + longest * characterWidth);
  const x = scaleBand<number>()
    .domain(bars.keys())
    .range([from, plot.right])
    .paddingInner(0.3)
    .paddingOuter(0.15);
  const step = Math.max(1, Math.ceil(bars.length / mostLabels));
  const scope = slugOf(title);
  return (
    <figure className="figure">
      {parts.length > 1 && <Legend parts={parts} scope={scope} />}
      <Chart title={title} desc={desc} {...size}>
        <Patterns scope={scope} />
        <Ticks scale={y} from={from} to={plot.right} format={format} isWhole />
        {bars.map((bar, index) => {
          const left = x(index) ?? 0;
          const middle = left + x.bandwidth() / 2;
          return (
            <g key={bar.label}>
              <Stack {...{ bar, parts, scope, left, y, format }} width={x.bandwidth()} />
              {index % step === 0 && (
                <text x={middle} y={plot.bottom + 20} textAnchor="middle">
                  {bar.label}
                </text>
              )}
            </g>
          );
        })}
      </Chart>
    </figure>
  );
};

type StackProps = {
  bar: Bar;
  parts: readonly string[];
  scope: string;
  left: number;
  width: number;
  y: (value: number) => number;
  format: (value: number) => string;
};

const Stack = ({ bar: { label, values }, parts, scope, left, width, y, format }: StackProps) =>
  values.map((value, part) => {
    const below = sumOf(values.slice(0, part));
    const top = y(below + value);
    const look = lookOf(part);
    return value <= 0 ? null : (
      <rect
        key={parts[part]}
        x={left}
        y={top}
        width={width}
        height={y(below) - top}
        fill={fillOf(look, scope)}
        stroke={look.ink}
      >
        <title>{`${label}, ${parts[part]}: ${format(value)}`}</title>
      </rect>
    );
  });

const Legend = ({ parts, scope }: { parts: readonly string[]; scope: string }) => (
  <ul className="legend" aria-hidden="true">
    {parts.map((name, part) => (
      <li key={name}>
        <svg width="14" height="14" aria-hidden="true">
          <rect
            x="1"
            y="1"
            width="12"
            height="12"
            fill={fillOf(lookOf(part), scope)}
            stroke={lookOf(part).ink}
          />
        </svg>
        {name}
      </li>
    ))}
  </ul>
);

const fillOf = ({ ink, pattern }: Look, scope: string): string =>
  pattern === 'solid' ? ink : pattern === 'empty' ? 'none' : `url(#${scope}-${pattern})`;

const Patterns = ({ scope }: { scope: string }) => (
  <defs>
    <pattern
      id={`${scope}-hatched`}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <line x1="0" y1="0" x2="0" y2="6" stroke={looks[1].ink} strokeWidth="5" />
    </pattern>
    <pattern id={`${scope}-dotted`} width="6" height="6" patternUnits="userSpaceOnUse">
      <circle cx="3" cy="3" r="1.7" fill={looks[2].ink} />
    </pattern>
  </defs>
);

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
