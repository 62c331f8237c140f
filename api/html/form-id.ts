import { randomUUID } from 'node:crypto';

/** The id that the form was given; a form without one is a cancellation of its own. */
export const formIdIn = (form: string): string => {
  const given = new URLSearchParams(form).get('formId') ?? '';
  return isFormId(given) ? given : randomUUID();
};

/** Whether a box of the form was checked, by a form that says nothing else of it. */
export const isChecked = (form: string, name: string): boolean =>
  isPicked(new URLSearchParams(form), { name, value: 'yes' });

/** Whether that answer was picked, by a form that says nothing else of it. */
export const isPicked = (
  form: URLSearchParams,
  { name, value }: { name: string; value: string },
): boolean => {
  const given = form.getAll(name);
  return given.length === 1 && given[0] === value;
};

/** Whether it is an id as our forms are given. */
export const isFormId = (id: string): boolean =>
  /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id);
