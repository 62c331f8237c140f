import type { Config } from '../../config.ts';
import { createBluesky } from './bluesky.ts';
import { createMastodon } from './mastodon.ts';
import type { SocialAccount } from './network.ts';

/** The accounts that are configured. */
export const accountsOf = ({ mastodon, bluesky }: Config['networks'], lang: string) =>
  [
    mastodon && createMastodon({ ...mastodon, lang }),
    bluesky && createBluesky({ ...bluesky, lang }),
  ].filter((account): account is SocialAccount => account !== null);
