import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** As much as a person sends from a page; what is larger goes to the API itself. */
export const maxFileBytes = 4 * 1024 * 1024;

/** What a form says. A file that it brings stands there as the text that it is, under its name. */
export const readForm = async (c: Context): Promise<URLSearchParams> => {
  const type = c.req.header('Content-Type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return new URLSearchParams(await c.req.text());
  const form = new URLSearchParams();
  for (const [name, value] of await partsOf(c)) {
    form.append(name, typeof value === 'string' ? value : await textOf(value));
  }
  return form;
};

/** None of a body that is no such form: it then lacks what makes it one of ours. */
const partsOf = async (c: Context): Promise<FormData> => {
  try {
    return await c.req.formData();
  } catch (error) {
    if (error instanceof TypeError) return new FormData();
    throw error;
  }
};

/** Without the mark that some programs put before the text. */
const textOf = async (file: File): Promise<string> => {
  if (file.size > maxFileBytes) throw new HTTPException(413);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0)) throw noText();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw noText();
  }
};

const noText = (): HTTPException => new HTTPException(422, { message: 'no text' });
