import { describe, expect, it } from 'vitest';
import { spellSku } from '../../../../workflows/domain/stock/sku.ts';

describe('a SKU', () => {
  it.each([
    ['is as it is written', 'LAMP-BRASS', 'LAMP-BRASS'],
    ['keeps its case', 'lamp-Brass', 'lamp-Brass'],
    ['keeps the blanks between its words', 'LAMP  BRASS', 'LAMP  BRASS'],
    ['loses a blank at its end', 'LAMP-BRASS ', 'LAMP-BRASS'],
    ['loses blanks of every kind at both ends', '\u00a0\tLAMP\u2003\u3000', 'LAMP'],
    ['joins a letter with its accent', 'CAFE\u0301', 'CAF\u00c9'],
    ['keeps a ligature, which is another name', '\ufb01g', '\ufb01g'],
    ['is the same when it is spelled twice', spellSku(' e\u0301 '), '\u00e9'],
  ])('%s', (_promise, written, spelled) => {
    expect(spellSku(written)).toBe(spelled);
  });
});
