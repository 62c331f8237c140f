import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DevConfig } from './config.ts';

/**
 * The demo shop's `brand.json`, written anew at each start because it names the port. Without one
 * of its own the embedded stack looks like the demo shop; a caller's name or file goes first.
 */
export function brandFor({ home, ports }: DevConfig, env: NodeJS.ProcessEnv) {
  if (env.BRAND_FILE || env.SHOP_NAME) return {};
  const pictures = `http://localhost:${ports.DEV_PORT}/shop/pictures`;
  const brand = {
    logo: {
      url: `${pictures}/logo.png`,
      darkUrl: `${pictures}/logo-dark.png`,
      ...{ width: 200, height: 44, alt: 'Lantern & Co' },
    },
    colour: '#7a5a12',
    radius: 8,
    postalAddress: '12 Mill Lane, Hudson, NY 12534, USA',
  };
  const file = join(home, 'brand.json');
  writeFileSync(file, `${JSON.stringify(brand, undefined, 2)}\n`);
  return { BRAND_FILE: file };
}
