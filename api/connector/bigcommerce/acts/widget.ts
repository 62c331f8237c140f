import { z } from 'zod';
import type { ShopAct, ShopAnswer } from '../../port.ts';
import type { Client } from '../client.ts';
import { listV3 } from '../pages.ts';
import { done, made } from './answers.ts';

type Widget = Extract<ShopAct, { kind: 'widget' }>;

/** By its name it is ours, whatever it loads. */
const name = 'Meanwhile: when it ships';

const scriptBody = z.object({
  uuid: z.string(),
  name: z.string().nullish(),
  src: z.string().nullish(),
});

/** Puts the script of the widget on the storefront's pages, once. */
export const placeWidget = async (
  client: Client,
  { src }: Widget,
): Promise<ShopAnswer<{ reference: string }>> => {
  const listed = await listOurs(client);
  if (listed.outcome !== 'ok') return listed;
  const [ours] = listed.value;
  if (ours?.src === src) return done(ours.uuid);
  const answer = made(
    await client.call({
      ...(ours
        ? { method: 'PUT', path: `/v3/content/scripts/${ours.uuid}` }
        : { method: 'POST', path: '/v3/content/scripts' }),
      schema: z.object({ data: scriptBody }),
      body: {
        ...{ name, src, description: 'Says when an item on backorder ships.' },
        ...{ kind: 'src', location: 'footer', load_method: 'async', visibility: 'storefront' },
        // It sets no cookie and asks for nothing but the date.
        ...{ consent_category: 'essential', auto_uninstall: true, enabled: true },
      },
    }),
  );
  return answer.outcome === 'ok' ? done(answer.value.data.uuid) : answer;
};

/** Takes it off again; says how many there were. */
export const removeWidget = async (client: Client): Promise<ShopAnswer<number>> => {
  const listed = await listOurs(client);
  if (listed.outcome !== 'ok') return listed;
  for (const { uuid } of listed.value) {
    const path = `/v3/content/scripts/${uuid}`;
    const answer = await client.call({ method: 'DELETE', path, schema: z.unknown() });
    const isGone = answer.outcome === 'refused' && answer.code === 'not_found';
    if (answer.outcome !== 'ok' && !isGone) return answer;
  }
  return { outcome: 'ok', value: listed.value.length };
};

const listOurs = async (client: Client) => {
  const listed = await listV3(client, { path: '/v3/content/scripts', item: scriptBody });
  if (listed.outcome !== 'ok') return listed;
  return { ...listed, value: listed.value.filter((script) => script.name === name) };
};
