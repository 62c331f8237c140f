import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  holdWords,
  mailLine,
  skipWords,
  whyUnsent,
} from '../../../../workflows/domain/desk/mail-reasons.ts';

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

  it('is said without a dot in the tables, and in whole sentences by itself', () => {
    for (const [reason, words] of Object.entries(skipWords)) {
      expect(words).toMatch(/^[a-z].*[^.]$/);
      expect(whyUnsent('skipped', reason)).toMatch(/^[A-Z].*\.$/);
    }
    for (const [reason, words] of Object.entries(holdWords)) {
      expect(words).toMatch(/^[a-z].*[^.]$/);
      expect(whyUnsent('held', reason)).toMatch(/^[A-Z].*\. It is decided again .*\.$/);
    }
  });

  it('is nothing of what went out', () => {
    expect(whyUnsent('sent', null)).toBeUndefined();
    expect(whyUnsent('merged', 'merged')).toContain('Another mail');
    expect(whyUnsent('held', 'sending')).toContain('on its way');
    expect(whyUnsent('skipped', 'paused')).not.toContain('decided again');
    expect(whyUnsent('failed', 'smtp_550')).toBe('The code of it is smtp_550.');
    expect(whyUnsent('failed', 'constructor')).toBe('The code of it is constructor.');
  });

  it('stands in one line with the mail and what was decided', () => {
    const until = '2026-12-01T13:00:00.000Z';
    const mail = { kind: 'countdown', decision: 'held', reason: 'quiet_hours', until } as const;
    expect(mailLine(mail)).toBe(
      `Mail “Countdown”: waiting until ${until}. It is night where they live. It is decided again in the morning.`,
    );
    expect(mailLine({ ...mail, decision: 'sent', reason: null, until: null })).toBe(
      'Mail “Countdown”: sent',
    );
  });
});
