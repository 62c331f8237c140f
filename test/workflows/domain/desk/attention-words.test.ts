import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attentionCodes } from '../../../../workflows/domain/backorder/attention.ts';
import { attentionWords } from '../../../../workflows/domain/desk/attention-words.ts';

const manual = readFileSync(new URL('../../../../docs/operating.md', import.meta.url), 'utf8');

describe('the words of attention', () => {
  test.each(attentionCodes)('%s says what happened, what follows and what to do', (code) => {
    const { title, meaning, todo } = attentionWords[code];
    expect(title).not.toMatch(/\.$/);
    expect([meaning, todo].every((words) => words.endsWith('.'))).toBe(true);
  });

  test.each(attentionCodes)('%s stands in the table of the manual', (code) => {
    expect(manual).toMatch(new RegExp(`^\\| .*\`${code}\`.* \\| .+ \\| .+ \\|$`, 'm'));
  });

  test('no two codes are called the same', () => {
    const titles = attentionCodes.map((code) => attentionWords[code].title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
