import type { ReactNode } from 'react';
import { Paragraphs, renderPage } from '../../html/layout.tsx';
import type { Site } from '../../html/site.ts';

type Props = Site & { title: string; children?: ReactNode };

/** A page that knows of no order: a heading, and what stands below it. */
export const plainPage = ({ shop, words, title, children }: Props): string =>
  renderPage({
    ...{ shop, words, title },
    children: (
      <>
        <h1>{title}</h1>
        {children}
      </>
    ),
  });

/** The same with nothing but sentences. */
export const sayPage = ({ texts, ...props }: Props & { texts: readonly string[] }): string =>
  plainPage({ ...props, children: <Paragraphs texts={texts} /> });

type Field = {
  /** Also what the browser may fill in by itself, if it is one of its own names. */
  name: string;
  label: string;
  type?: 'email' | 'text';
  value?: string;
  /** What is wrong with what was entered. */
  fault?: string | undefined;
};

/** One line to be filled in. */
export const Field = ({ name, label, type = 'text', value = '', fault }: Field) => (
  <div className="field">
    <label htmlFor={name}>{label}</label>
    <input
      id={name}
      name={name}
      type={type}
      required
      maxLength={254}
      autoComplete={type === 'email' ? 'email' : 'off'}
      spellCheck={false}
      defaultValue={value}
      {...(fault !== undefined && { 'aria-invalid': true, 'aria-describedby': `${name}-fault` })}
    />
    {fault !== undefined && (
      <p className="said" id={`${name}-fault`}>
        {fault}
      </p>
    )}
  </div>
);
