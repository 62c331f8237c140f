import type { RenderedMail } from '../../emails/index.ts';
import type { Palette } from '../../emails/parts/in-palette.ts';
import { MailFrame, type Width } from '../resend/mail-frame.tsx';
import { render } from '../resend/page.tsx';

/** What is looked at, as the address says. */
export type Choice = {
  kind: string;
  case: string;
  locale: string;
  palette: Palette;
  width: Width;
};

/** A mail, or why it could not be rendered. */
export type Specimen = { kind: string; case: string; mail: RenderedMail | string };

type Props = {
  choice: Choice;
  choices: Record<keyof Choice, readonly string[]>;
  specimens: readonly Specimen[];
};

export const galleryPage = (props: Props): string => render('Every mail', <Gallery {...props} />);

const Gallery = ({ choice, choices, specimens }: Props) => (
  <>
    <h1>Every mail</h1>
    <p className="muted">
      Rendered from the templates as they are now. <a href="/inbox">What was really sent</a>
    </p>
    <form className="choose" method="get" action="/gallery">
      {(Object.keys(choices) as (keyof Choice)[]).map((name) => (
        <p key={name}>
          <label htmlFor={name}>{name}</label>
          <select id={name} name={name} defaultValue={choice[name]}>
            {choices[name].map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
        </p>
      ))}
      <button type="submit">Show</button>
    </form>
    <div className={`gallery ${choice.width}`}>
      {specimens.map((specimen) => (
        <SpecimenCard key={`${specimen.kind} ${specimen.case}`} {...{ specimen, choice }} />
      ))}
    </div>
  </>
);

const SpecimenCard = ({ specimen, choice }: { specimen: Specimen; choice: Choice }) => {
  const { kind, mail } = specimen;
  const title = `${kind}, ${specimen.case}`;
  return (
    <section>
      <h2>
        <a href={`/gallery?${new URLSearchParams({ ...choice, kind, case: 'all' })}`}>{kind}</a>
        <span className="tag">{specimen.case}</span>
      </h2>
      {typeof mail === 'string' ? (
        <p role="alert">It cannot be rendered: {mail}</p>
      ) : (
        <>
          <p className="muted">{mail.subject}</p>
          <MailFrame html={mail.html} palette={choice.palette} width={choice.width} title={title} />
        </>
      )}
    </section>
  );
};
