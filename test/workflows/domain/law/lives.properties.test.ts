import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLawWatch, expectStatements, watchLaw } from '../../../support/world/law-laws.ts';
import { anyLawfulLife, isUndisturbed } from '../../../support/world/law-life.ts';
import { live } from '../../../support/world/live.ts';
import { settle } from '../../../support/world/world.ts';

test('however long a customer is silent, and whatever becomes of the goods', () => {
  let ended = 0;
  fc.assert(
    fc.property(anyLawfulLife, (life) => {
      const law = createLawWatch();
      const world = live(structuredClone(life), (now) => watchLaw(law, now));
      settle(world);
      expectStatements(world, { isUndisturbed: isUndisturbed(life) });
      ended += world.evidence.filter((n) => n.type === 'cancellation' && n.by === 'law').length;
    }),
    { numRuns: 100 },
  );
  expect(ended, 'lives that ended by law').toBeGreaterThan(0);
}, 120_000);
