import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testCardNames } from '../dev/stripe/cards/test-cards.ts';
import courses from './vectors/test-cards.json' with { type: 'json' };

const page = readFileSync(join(import.meta.dirname, '../docs/payments.md'), 'utf8');

const [, section = ''] = page.split('## What we do with each answer of the card');
const [table = ''] = section.split('\n## ');

/** The cards of each row of the table, by their full names. */
const rows = table
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const [cards = ''] = line.split(' | ');
    return [...cards.matchAll(/`(\w+)`/g)].map(([, name]) => `pm_card_${name}`);
  });

describe('what is done with each answer of a card', () => {
  test('is tried with every card that the stand-in has, and no other', () => {
    expect(Object.keys(courses).sort()).toEqual([...testCardNames].sort());
  });

  test('is documented of each card once', () => {
    expect(rows.flat().sort()).toEqual([...testCardNames].sort());
  });

  test('is the same for all cards of a row', () => {
    const of = new Map(Object.entries(courses));
    const mixed = rows.filter((cards) => new Set(cards.map((card) => of.get(card))).size > 1);
    expect(mixed).toEqual([]);
  });
});
