import { palettes } from '../../../emails/parts/in-palette.ts';
import { Select } from '../parts/field.tsx';
import { specimenLocales } from '../specimen/specimen.ts';
import type { StoryFields } from './form.ts';

/** What can be looked at, by its name in the address. A story has its number behind a dot. */
const shows = [
  ['page', 'Product page'],
  ['confirmation', 'Confirmation'],
  ['countdown', 'Countdown'],
  ['ready-to-ship', 'Ready to ship'],
] as const;

/** What of it was chosen, so that it stays chosen when the page comes again. */
export type Looks = { show: string; locale: string; palette: string; width: string };

export const looksIn = (form: URLSearchParams): Looks => ({
  show: form.get('show') ?? usual.show,
  locale: form.get('locale') ?? usual.locale,
  palette: form.get('palette') ?? usual.palette,
  width: form.get('width') ?? usual.width,
});

const usual: Looks = { show: 'page', locale: 'en-US', palette: 'own', width: 'phone' };

/** `looks`: of a page that came again with what is typed, which no address shows. */
type Props = { path: string; stories: readonly StoryFields[]; looks: Looks | undefined };

/**
 * Mails and the product page as they would be with what stands in the form. The button sends the
 * form into the frame, so that nothing is saved and nothing typed is lost.
 */
export const PreviewPane = ({ path, stories, looks }: Props) => (
  <section className="panel preview" aria-label="Preview">
    <h2>As customers would see it</h2>
    <div className="filter">
      <Select name="show" label="Show" value={(looks ?? usual).show} choices={choicesOf(stories)} />
      <Select
        name="locale"
        label="In"
        value={(looks ?? usual).locale}
        choices={specimenLocales.map((locale) => ({ value: locale, label: locale }))}
      />
      <Select
        name="palette"
        label="Light or dark"
        value={(looks ?? usual).palette}
        choices={palettes.map((palette) => ({ value: palette, label: paletteWords[palette] }))}
      />
      <Select
        name="width"
        label="Width"
        value={(looks ?? usual).width}
        choices={[
          { value: 'phone', label: 'Phone' },
          { value: 'desktop', label: 'Desktop' },
        ]}
      />
      <button
        type="submit"
        formAction={`${path}/preview`}
        formTarget="preview"
        formNoValidate
        data-preview=""
      >
        Preview
      </button>
    </div>
    <p className="muted">
      {looks !== undefined && 'Press Preview to see what you typed. '}
      Nothing of it is saved or sent. The order that it speaks of is made up.
    </p>
    <iframe
      className="mail"
      name="preview"
      title="Preview"
      src={looks === undefined ? `${path}/preview` : undefined}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
    />
  </section>
);

const paletteWords = { own: 'As your system', light: 'Light', dark: 'Dark' };

const choicesOf = (stories: readonly StoryFields[]) => [
  ...shows.map(([value, label]) => ({ value, label })),
  ...(stories.length === 0
    ? [{ value: 'excitement', label: 'News of the wait, without a story' }]
    : stories.map((_, nth) => ({
        value: `excitement.${nth}`,
        label: `News of the wait, story ${nth + 1}`,
      }))),
];
