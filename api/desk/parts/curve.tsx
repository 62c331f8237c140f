import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { Chart, lookOf, Ticks } from './chart.tsx';

/** From `x` on the curve stands at `y`; null limits: they cannot be told there. */
export type Point = { x: number; y: number; limits: readonly [number, number] | null };

export type Curve = { name: string; points: readonly Point[]; end: number };

type Props = {
  title: string;
  desc: string;
  /** What is counted from left to right. */
  along: string;
  /** At most four shares between 0 and 1, from their beginning on. */
  curves: readonly Curve[];
};

const size = { width: 720, height: 300 };
const plot = { top: 16, right: 604, bottom: 252, left: 60 };
const dashes = [undefined, '7 4', '2 3', '10 3 2 3'];
const labelHeight = 16;

/**
 * Shares that fall in steps, with their limits as bands. Each curve is named where it ends, and has
 * dashes of its own. A table of the same stands beside.
 */
export const Curves = ({ title, desc, along, curves }: Props) => {
  const last = Math.max(1, ...curves.map(({ end }) => end));
  const lowest = Math.min(
    0.9,
    ...curves.flatMap(({ points }) => points.map(({ y, limits }) => limits?.[0] ?? y)),
  );
  const x = scaleLinear().domain([0, last]).range([plot.left, plot.right]);
  const y = scaleLinear()
    .domain([Math.floor(lowest * 10) / 10, 1])
    .range([plot.bottom, plot.top]);
  const labels = placesOf(curves.map(({ points }) => y(points.at(-1)?.y ?? 1)));
  return (
    <figure className="figure">
      <Chart title={title} desc={desc} {...size}>
        <Ticks scale={y} from={plot.left} to={plot.right} format={percent} />
        {x.ticks(8).map((tick) => (
          <text key={tick} x={x(tick)} y={plot.bottom + 20} textAnchor="middle">
            {tick}
          </text>
        ))}
        <text x={(plot.left + plot.right) / 2} y={plot.bottom + 40} textAnchor="middle">
          {along}
        </text>
        {curves.map((curve, place) => (
          <g key={curve.name} stroke={lookOf(place).ink} fill={lookOf(place).ink}>
            <path d={bandOf(curve, x, y)} fillOpacity={0.14} stroke="none" />
            <path
              d={lineOf(curve, x, y)}
              fill="none"
              strokeWidth={2}
              strokeDasharray={dashes[place]}
            />
            <text x={plot.right + 8} y={labels[place]} dy=".32em" stroke="none">
              {curve.name}
            </text>
          </g>
        ))}
      </Chart>
    </figure>
  );
};

type Scale = (value: number) => number;

/** Begins at 1, where everybody is still there, and goes on to the end of what was watched. */
const whole = ({ points, end }: Curve): Point[] => {
  const begin: Point = { x: 0, y: 1, limits: [1, 1] };
  const last = points.at(-1) ?? begin;
  return [...(points[0]?.x === 0 ? [] : [begin]), ...points, { ...last, x: end }];
};

const lineOf = (curve: Curve, x: Scale, y: Scale): string =>
  line<Point>()
    .x((point) => x(point.x))
    .y((point) => y(point.y))
    .curve(curveStepAfter)(whole(curve)) ?? '';

const bandOf = (curve: Curve, x: Scale, y: Scale): string =>
  area<Point>()
    .defined(({ limits }) => limits !== null)
    .x((point) => x(point.x))
    .y0(({ limits }) => y(limits?.[0] ?? 1))
    .y1(({ limits }) => y(limits?.[1] ?? 1))
    .curve(curveStepAfter)(whole(curve)) ?? '';

/** Where names stand so that none covers another: each keeps its order from the top. */
const placesOf = (wanted: readonly number[]): number[] => {
  const places = [...wanted];
  let free = Number.NEGATIVE_INFINITY;
  for (const place of [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))) {
    places[place] = Math.max(wanted[place] ?? 0, free);
    free = (places[place] ?? 0) + labelHeight;
  }
  return places;
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;
