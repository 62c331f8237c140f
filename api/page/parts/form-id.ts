import { randomUUID } from 'node:crypto';

/** The id that the form was given; a form without one is a cancellation of its own. */
export const formIdIn = (form: string): string => {
  const given = new URLSearchParams(form).get('formId') ?? '';
  return isFormId(given) ? given : randomUUID();
};

/** Whether a box of the form was checked. */
export const isChecked = (form: string, name: string): boolean =>
  new URLSearchParams(form).get(name) === 'yes';

/** Whether it is an id as our forms are given. */
export const isFormId = (id: string): boolean =>
  /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id);
