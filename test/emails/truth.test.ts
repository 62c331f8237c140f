import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PropsOf, templates } from '../../emails/index.ts';
import type { MailProps } from '../../emails/parts/props.ts';
import { createLexicon } from '../../emails/words/lexicon.ts';
import { type MessageKind, messageKinds } from '../../workflows/domain/backorder/message-kind.ts';
import { anyProps } from './any-props.ts';

const words = createLexicon()('en-US');

/** Every kind from facts at random, in English, so that its words can be held against the facts. */
const holds = <K extends MessageKind>(
  kind: K,
  check: (props: PropsOf<K>, mail: { text: string; subject: string }) => void,
) =>
  fc.assert(
    fc.property(anyProps[kind], (given) => {
      const props = { ...given, words };
      const { text, subject } = templateOf(kind);
      check(props, { text: `${text(props)}\n`, subject: `${subject(props)}\n` });
    }),
    { numRuns: 60 },
  );

const templateOf = <K extends MessageKind>(
  kind: K,
): { text(props: PropsOf<K>): string; subject(props: PropsOf<K>): string } => templates[kind];

const openOf = ({ units }: MailProps) => units.waiting + units.setAside;

const dateOf = ({ promise }: MailProps) => (promise.is === 'none' ? null : words.day(promise.on));

/** The lines of the order that a mail lists under its own title. */
const listedIn = (text: string): string[] => {
  const [, list = ''] =
    /\n(?:Your order|Still to come from your order) [^\n]*:\n((?:- .*\n)+)/.exec(text) ?? [];
  return list.split('\n').filter((line) => line !== '');
};

describe.each(messageKinds)('the %s mail, whatever the facts are', (kind) => {
  it('calls no date expected that has passed, or is not', () =>
    holds(kind, (props, { text, subject }) => {
      if (props.promise.is === 'ahead' || props.promise.is === 'today') return;
      expect(subject + text).not.toMatch(/expected to ship|Ships by: (?!No date yet)|to go\b/);
      expect(text).not.toMatch(/Day \d+ of \d+/);
    }));

  it('names the date in one form only: the one that stands', () =>
    holds(kind, (props, { text }) => {
      const [, said] = /^(?:Ships by|Was to ship by): (.*)$/m.exec(text) ?? [];
      if (said !== undefined) expect(said).toBe(dateOf(props) ?? 'No date yet');
    }));

  it('speaks of what follows only when something does', () =>
    holds(kind, (props, { text, subject }) => {
      if (openOf(props) > 0) return;
      const said = subject + text;
      expect(said).not.toMatch(/The rest of your order|rest will follow|still to ship remain/i);
      expect(said).not.toMatch(/keeping your place|keeps its place in line\.|You can cancel/);
      expect(said).not.toMatch(/expected to ship|days? to go|Still to come/);
    }));

  it('keeps a place in line only for what waits', () =>
    holds(kind, (props, { text }) => {
      if (props.units.waiting > 0) return;
      expect(text).not.toMatch(/keeping your place in line\.|not in stock|in line for its items/);
    }));

  it('lists what is left, each line with its count and its sum, and a total of that', () =>
    holds(kind, (props, { text }) => {
      const listed = listedIn(text);
      if (listed.length === 0) return;
      const { lines, total } = props.left;
      expect(listed).toHaveLength(lines.length);
      for (const [index, { quantity, total: sum }] of lines.entries()) {
        expect(listed[index]).toMatch(new RegExp(`^- ${quantity} × `));
        if (props.order.paying !== 'free') expect(listed[index]).toContain(`, ${words.money(sum)}`);
      }
      const said = /\n(?:Total|Total of what is still to come): (.*)/.exec(text)?.[1];
      expect(said).toBe(props.order.paying === 'free' ? undefined : words.money(total));
    }));
});

describe('an order that costs nothing, whatever the facts are', () => {
  const own = messageKinds.filter((kind) => !/card|payment|refunded|cancelled/.test(kind));

  it.each(own)('is told nothing of cards and charges: %s', (kind) =>
    holds(kind, (props, { text }) => {
      if (props.order.paying !== 'free' || 'paidBy' in props) return;
      expect(text).not.toMatch(
        /\b(charged?|your card|already paid|free of charge|about payment)\b/i,
      );
    }),
  );
});
