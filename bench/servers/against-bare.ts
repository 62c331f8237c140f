import { callsPerSecond } from '../load/clients.ts';
import { openGetters } from '../load/http-gets.ts';
import { compare } from '../report/measure.ts';
import { bareIs, type Served, startBare } from './bare.ts';
import type { Child } from './child.ts';

type Api = Child & { origin: string };

type Asked = Served & { what: string; home: string; load: { clients: number; ms: number } };

/** GETs a second of one path of the API, against a bare server with the same bytes. Ends both. */
export const compareWithBare = async (api: Api, { what, home, load, ...served }: Asked) => {
  const bare = await startBare(home, served);
  const mine = await openGetters(`${api.origin}${served.path}`, load.clients);
  const its = await openGetters(`${bare.origin}${served.path}`, load.clients);
  const measured = await compare(what, {
    subject: () => callsPerSecond(load, ({ client }) => mine.get(client)),
    floor: () => callsPerSecond(load, ({ client }) => its.get(client)),
    floorIs: bareIs,
  });
  mine.close();
  its.close();
  await Promise.all([api.stop(), bare.stop()]);
  return { what, unit: '/s', ...measured };
};
