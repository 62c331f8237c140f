import type { OrderPage } from './order-page.ts';

type Step = { day: string | null; text: string };
type Props = { page: OrderPage; past: readonly Step[]; coming: readonly Step[] };

/** What has happened, ticked for the eye and for screen readers, and what is to come. */
export const Way = ({ page, past, coming }: Props) => (
  <ol className="way">
    {past.map((step) => (
      <li className="done" key={`${step.day} ${step.text}`}>
        <Words step={step} />
        <span className="hidden"> {page.words.say.statusPage.stepDone()}</span>
      </li>
    ))}
    {coming.map((step) => (
      <li key={step.text}>
        <Words step={step} />
      </li>
    ))}
  </ol>
);

const Words = ({ step: { day, text } }: { step: Step }) => (
  <>
    {day !== null && <span className="when">{day}</span>}
    <span>{text}</span>
  </>
);
