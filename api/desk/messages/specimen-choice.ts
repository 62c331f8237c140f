import { type Palette, palettes } from '../../../emails/parts/in-palette.ts';
import type { MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import { specimenKinds, specimenLocales, specimenStates } from '../specimen/specimen.ts';

export const widths = ['desktop', 'phone'] as const;

/** Which specimen is looked at, and how. `state`: empty for the usual one. */
export type Choice = {
  kind: MessageKind;
  state: string;
  locale: string;
  palette: Palette;
  width: (typeof widths)[number];
};

/** What an address of the gallery asks for; whatever it does not know is the first of its kind. */
export const choiceIn = (query: Record<string, string>): Choice => {
  const kind = oneOf(specimenKinds, query.kind);
  return {
    kind,
    state: oneOf(['', ...specimenStates(kind)], query.state),
    locale: oneOf(specimenLocales, query.locale),
    palette: oneOf(palettes, query.palette),
    width: oneOf(widths, query.width),
  };
};

const oneOf = <T extends string>(known: readonly T[], wanted: string | undefined): T => {
  const [first] = known;
  if (first === undefined) throw new Error('there is nothing to choose from');
  return known.find((one) => one === wanted) ?? first;
};

type Specimen = Pick<Choice, 'kind' | 'state'>;

/** Every kind, and after its usual state the others. */
const all: readonly Specimen[] = specimenKinds.flatMap((kind) =>
  ['', ...specimenStates(kind)].map((state) => ({ kind, state })),
);

/** The specimens before and after this one, where there are any, and its place among all. */
export const neighboursOf = ({ kind, state }: Specimen) => {
  const place = all.findIndex((one) => one.kind === kind && one.state === state);
  return { before: all[place - 1], after: all[place + 1], place: place + 1, of: all.length };
};
