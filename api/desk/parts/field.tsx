import type { HTMLInputTypeAttribute, ReactNode } from 'react';

type Common = { name: string; label: string; hint?: ReactNode; fault?: string | undefined };

type Line = Common & {
  type?: HTMLInputTypeAttribute;
  value?: string | number | undefined;
  required?: boolean;
  min?: number;
  max?: number;
  maxLength?: number;
  /** What a browser or a keeper of passwords may fill in: nothing, if it is not said. */
  autoComplete?: string;
};

const describedBy = ({ name, hint, fault }: Common): string | undefined =>
  hint || fault ? `${name}-note` : undefined;

const Note = ({ name, hint, fault }: Common) =>
  fault || hint ? (
    <p id={`${name}-note`} className={fault ? 'fault' : 'hint'}>
      {fault ?? hint}
    </p>
  ) : null;

/** One line to be filled in. */
export const Field = ({
  type = 'text',
  value,
  required,
  min,
  max,
  maxLength,
  autoComplete = 'off',
  ...common
}: Line) => (
  <div className="field">
    <label htmlFor={common.name}>{common.label}</label>
    <input
      id={common.name}
      name={common.name}
      type={type}
      defaultValue={value}
      aria-describedby={describedBy(common)}
      aria-invalid={common.fault === undefined ? undefined : true}
      {...{ required, min, max, maxLength, autoComplete }}
    />
    <Note {...common} />
  </div>
);

/** A file of the reader's own. */
export const FileField = ({ accept, ...common }: Common & { accept: string }) => (
  <div className="field">
    <label htmlFor={common.name}>{common.label}</label>
    <input
      id={common.name}
      name={common.name}
      type="file"
      accept={accept}
      aria-describedby={describedBy(common)}
    />
    <Note {...common} />
  </div>
);

/** Several lines of text. */
export const Text = ({ value, ...common }: Common & { value?: string | undefined }) => (
  <div className="field">
    <label htmlFor={common.name}>{common.label}</label>
    <textarea
      id={common.name}
      name={common.name}
      defaultValue={value}
      aria-describedby={describedBy(common)}
      aria-invalid={common.fault === undefined ? undefined : true}
    />
    <Note {...common} />
  </div>
);

type Choice = { value: string; label: string };

/** One of several. */
export const Select = ({
  value,
  choices,
  ...common
}: Common & { value?: string | undefined; choices: readonly Choice[] }) => (
  <div className="field">
    <label htmlFor={common.name}>{common.label}</label>
    <select
      id={common.name}
      name={common.name}
      defaultValue={value}
      aria-describedby={describedBy(common)}
      aria-invalid={common.fault === undefined ? undefined : true}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
    <Note {...common} />
  </div>
);

/** Yes or no. A form says `yes`, or `value`, of it when it is checked, and nothing when it is not. */
export const Check = ({
  isChecked,
  value = 'yes',
  ...common
}: Common & { isChecked?: boolean; value?: string }) => (
  <div className="check">
    <input
      id={common.name}
      name={common.name}
      type="checkbox"
      value={value}
      defaultChecked={isChecked}
      aria-describedby={describedBy(common)}
    />
    <label htmlFor={common.name}>{common.label}</label>
    <Note {...common} />
  </div>
);
