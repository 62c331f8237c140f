import { countStatuses, lasted } from './bounds.ts';
import { percentile, type Sample } from './tally.ts';

/** How the requests of one route fared, all faults taken together. */
export type RouteFigures = {
  route: string;
  count: number;
  p50Ms: number;
  p99Ms: number;
  worstMs: number;
  statuses: Record<string, number>;
};

export const figuresByRoute = (samples: readonly Sample[]): RouteFigures[] =>
  [...new Set(samples.map(({ route }) => route))].toSorted().map((route) => {
    const own = samples.filter((sample) => sample.route === route);
    const times = own.map(lasted);
    const [p50Ms, p99Ms, worstMs] = [0.5, 0.99, 1].map((share) => percentile(times, share));
    return {
      ...{ route, count: own.length, statuses: countStatuses(own) },
      ...{ p50Ms: p50Ms ?? 0, p99Ms: p99Ms ?? 0, worstMs: worstMs ?? 0 },
    };
  });
