import type { SkuState } from '../../../workflows/domain/desk/sku-state.ts';
import { Badge, type Tone } from '../parts/badge.tsx';

const words: Record<SkuState, [Tone, string]> = {
  in_stock: ['good', 'In stock'],
  backorder: ['warn', 'On backorder'],
  full: ['bad', 'Limit reached'],
  off: ['plain', 'Not on backorder'],
};

/** How it is sold at this moment. */
export const StateBadge = ({ state }: { state: SkuState }) => {
  const [tone, text] = words[state];
  return <Badge tone={tone}>{text}</Badge>;
};

/** What a limit means, in sentences. Whoever waits already is never touched by it. */
export const limitWords = (limit: number | null, left: number | null): string => {
  if (limit === null) {
    return 'Backorders are on, without a limit: as many units may wait as are ordered.';
  }
  if (limit === 0) {
    return 'Backorders are off: without free stock the product page says that it is out of stock, and a checkout that would have to wait is refused. Those who wait already keep waiting.';
  }
  return `Backorders are on: ${limit} units may wait at once, and ${left} more can be taken now. Beyond that a checkout is refused. Those who wait already keep waiting.`;
};

/** `3 weeks`, `5 days`, `today`. */
export const ageWords = (days: number): string => {
  const whole = Math.max(0, Math.floor(days));
  if (whole === 0) return 'today';
  if (whole < 14) return whole === 1 ? '1 day' : `${whole} days`;
  return `${Math.floor(whole / 7)} weeks`;
};
