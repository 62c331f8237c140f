import type { z } from '@hono/zod-openapi';
import type { SupplyReport } from '../../db/promise/supply-changes.ts';
import type { findSupplyProgress } from '../../db/promise/supply-progress.ts';
import type { Broken } from '../../db/schema/promise/supply-changes.ts';
import { endedOn, type Toll } from '../../workflows/domain/promise/toll.ts';
import type { supplyAnswer, supplyProgressAnswer } from './supply-schema.ts';

/** How many days `cancels` lists. */
const listedDays = 100;

export const showReport = ({
  supply,
  moved,
  broken,
  toll,
  more,
}: SupplyReport): z.input<typeof supplyAnswer> => ({
  ...{ supply, moved, broken: broken.map(showBroken), told: toll.told },
  ...{ notices: { ...noNotices, ...toll.notices }, cancels: showCancels(toll), more },
});

/** A change that was walked before notices were known has none. */
const showBroken = ({ orderId, from, to, notice, isTold, answerBy, cancelledAt }: Broken) => ({
  ...{ orderId, from, to, told: isTold ?? true, notice: notice?.kind ?? null },
  silence: notice?.silence ?? 'none',
  answerBy: answerBy ?? null,
  cancelledAt: cancelledAt ?? null,
  cancelledOn: endedOn(notice ?? null),
});

/** The same, and how far its newest change has come. */
export const showProgress = ({
  report,
  progress,
}: NonNullable<Awaited<ReturnType<typeof findSupplyProgress>>>): z.input<
  typeof supplyProgressAnswer
> => {
  const { isWalked, ...counts } = progress;
  const { waiting, owed, sent, dropped } = progress;
  const done = isWalked && waiting === 0 && sent + dropped >= owed;
  return { ...showReport(report), progress: { ...counts, done } };
};

const noNotices = {
  ...{ first_within_30: 0, first_beyond_30: 0, first_undated: 0, later: 0, informs: 0 },
  none: 0,
};

const showCancels = ({ cancels }: Toll) =>
  Object.entries(cancels)
    .map(([on, count]) => ({ on, count }))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .slice(0, listedDays);
