import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files of tests that take half a minute or more, so that none of them is left for the end. What
 * mostly waits (for a killed worker, a shop, a Temporal) stands beside what mostly computes.
 */
export const longFiles: readonly string[] = [
  'test/lifecycle/faults/mail.test.ts',
  'test/dev/compose.test.ts',
  'test/api/desk/order/browser.test.ts',
  'test/connector/bigcommerce/contract.test.ts',
  'test/lifecycle/payment/test-cards.test.ts',
  'test/lifecycle/faults/temporal-away.test.ts',
  'test/api/page/browser.test.ts',
  'test/lifecycle/faults/kill-steps.test.ts',
  'test/lifecycle/one-date-many.test.ts',
  'test/lifecycle/faults/crash.test.ts',
  'test/api/page/law/browser.test.ts',
  'test/connector/fake.test.ts',
  'test/api/page/crawler.test.ts',
  'test/api/page/card/browser.test.ts',
];

const placeOf = ({ moduleId }: TestSpecification, root: string): number => {
  const place = longFiles.indexOf(relative(root, moduleId).replaceAll('\\', '/'));
  return place < 0 ? longFiles.length : place;
};

/** Those first; all others as vitest has them. A class, since vitest makes it with `new`. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one, root) - placeOf(other, root));
  }
}
