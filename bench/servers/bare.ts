import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from '../../dev/service/ports.ts';
import { untilItAnswers } from '../../dev/service/service.ts';
import { type Child, startChild } from './child.ts';

/** What a bare server serves: what the real one answered to `path`, under `route`. */
export type Served = { route: string; path: string; answer: Response; isLarge?: boolean };

/** Serves what was answered, but for what the server adds by itself. */
export const startBare = async (
  home: string,
  { route, path, answer, isLarge = false }: Served,
): Promise<Child & { origin: string }> => {
  const bodyFile = join(home, 'bare-body');
  writeFileSync(bodyFile, Buffer.from(await answer.arrayBuffer()));
  const headers = [...answer.headers].filter(([name]) => !ofServer.has(name));
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = await startChild({
    name: 'bare',
    script: 'bench/servers/bare-server.ts',
    home,
    env: {
      PORT: String(port),
      ROUTE: route,
      BODY_FILE: bodyFile,
      HEADERS: JSON.stringify(Object.fromEntries(headers)),
      IS_LARGE: String(isLarge),
    },
    waitUntilReady: (launched) => untilItAnswers(`${origin}${path}`, launched),
  });
  return { ...child, origin };
};

export const bareIs = 'a bare Hono app in a process of its own, with the same body and headers';

const ofServer = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
]);
