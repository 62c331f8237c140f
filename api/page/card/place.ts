import type { Config } from '../../config.ts';
import { basePath } from '../../html/site.ts';
import type { Provider } from './pay-page.tsx';

/**
 * The way our pages take a card; without a provider they take none. `script` is where ours is
 * served.
 */
export type CardPlace = { provider: Provider | null; script: string };

export const cardPlaceOf = (config: Pick<Config, 'publicUrl' | 'stripe'>): CardPlace => {
  const { publishableKey: key, jsUrl: js } = config.stripe;
  return {
    provider: key === null ? null : { js, key },
    script: `${basePath(config)}/b/assets/pay.js`,
  };
};
