import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong, in words. It tells of nothing else: what it finds right on every node is
 * read by nobody, and takes long to write down and to carry over.
 */
export const faultsOf = async (page: Page, options: axe.RunOptions = {}): Promise<string[]> => {
  await page.evaluate(axe.source);
  const asked = JSON.stringify({ ...options, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${asked})`);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
};
