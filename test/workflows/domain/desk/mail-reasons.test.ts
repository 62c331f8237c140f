import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { holdWords, skipWords, whyUnsent } from '../../../../workflows/domain/desk/mail-reasons.ts';

const docs = readFileSync(new URL('../../../../docs/operating.md', import.meta.url), 'utf8');

/** The rows of the table under the heading, such as "| held `paused` | … |". */
const rows = (docs.split('## Why a customer did not hear from us')[1] ?? '')
  .split('\n## ')[0]
  ?.split('\n')
  .filter((line) => /^\| (skipped|held|merged) /.test(line))
  .map((line) => line.split('|')[1] ?? '');

const documented = (decision: string): Set<string> =>
  new Set(
    (rows ?? [])
      .filter((row) => row.trim().startsWith(decision))
      .flatMap((row) => [...row.matchAll(/`([a-z_]+)`/g)].map(([, reason = '']) => reason)),
  );

describe('why a mail did not go out', () => {
  it('has the reasons that docs/operating.md explains', () => {
    const skipped = new Set(Object.keys(skipWords));
    // What was held may be skipped in the end for the same reason; the table tells of it there.
    for (const reason of ['paused', 'capped']) skipped.delete(reason);
    expect(documented('skipped')).toEqual(skipped);
    expect(documented('held')).toEqual(new Set(Object.keys(holdWords)));
  });

  it('is said in whole sentences', () => {
    for (const words of Object.values({ ...skipWords, ...holdWords })) {
      expect(words).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('is nothing of what went out', () => {
    expect(whyUnsent('sent', null)).toBeUndefined();
    expect(whyUnsent('merged', 'merged')).toContain('Another mail');
    expect(whyUnsent('held', 'sending')).toContain('on its way');
    expect(whyUnsent('held', 'quiet_hours')).toBe(holdWords.quiet_hours);
    expect(whyUnsent('skipped', 'a_new_one')).toBe('a_new_one');
  });
});
