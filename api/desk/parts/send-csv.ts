import type { Context } from 'hono';
import type { DeskEnv } from '../env.ts';

/**
 * Answers with a file that is made as it is sent, however long it is. A fault at its beginning is
 * a page; one later breaks the download off, so that nobody takes a part of it for the whole.
 */
export const sendCsv = async (
  c: Context<DeskEnv>,
  name: string,
  parts: AsyncGenerator<string>,
): Promise<Response> => {
  const head = await parts.next();
  const begun = await parts.next();
  const encoder = new TextEncoder();
  const pending = [head, begun];
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = pending.shift() ?? (await parts.next());
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
  return c.body(body, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  });
};
