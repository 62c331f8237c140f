/** One request as the caller saw it. Wall time in milliseconds. */
export type Sample = {
  route: string;
  /** What it was about, if it was about one shelf. */
  sku?: string | undefined;
  begin: number;
  end: number;
  status: number;
};

/** Every request of a soak, and the first of the answers that nobody should get. */
export type Tally = {
  samples: readonly Sample[];
  unpromised: readonly string[];
  add(sample: Sample, body: unknown): void;
};

/** What each route may be answered, besides 503 and nothing at all. */
const promised: Record<string, readonly number[]> = {
  checkout: [200, 201],
  cancel: [200],
  restock: [200, 201],
  shipment: [200, 201],
  list: [200],
  availability: [200, 429],
  'wrong key': [401, 429],
  page: [200, 404, 429],
  readyz: [200],
};

const mostKept = 20;

export const createTally = (): Tally => {
  const samples: Sample[] = [];
  const unpromised: string[] = [];
  return {
    samples,
    unpromised,
    add: (sample, body) => {
      samples.push(sample);
      const { route, status } = sample;
      const isPromised = status <= 0 || status === 503 || promised[route]?.includes(status);
      if (isPromised || isInFlight(body) || unpromised.length === mostKept) return;
      unpromised.push(`${route}: ${status} ${JSON.stringify(body)}`);
    },
  };
};

/** Under its key an earlier try is still at work, or was until its process was killed. */
const isInFlight = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'code' in body && body.code === 'in_flight';

/** The nearest rank: a value that was measured; 0 of none. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
};
