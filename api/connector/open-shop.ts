import type { ShopRow } from '../../db/connector/shops.ts';
import type { Seal } from '../access/sealed.ts';
import type { Ask, Credentials, PlatformKinds, ShopPlatform } from './port.ts';

/** A shop with its platform, ready to be asked. */
export type OpenShop = Pick<ShopRow, 'id' | 'location' | 'terms' | 'mandate'> & {
  platform: ShopPlatform;
  secrets: readonly string[];
};

export type Opener = (row: ShopRow) => OpenShop;

/**
 * Opens shops, each once for each change of it. Throws where the kind is not of this installation,
 * or what was sealed does not open: a person has to put the shop anew.
 */
export const createOpener = ({
  platforms,
  seal,
  ask,
}: {
  platforms: PlatformKinds;
  seal: Seal;
  ask: Ask;
}): Opener => {
  const known = new Map<string, { putAt: string; shop: OpenShop }>();
  return (row) => {
    const before = known.get(row.id);
    const putAt = `${row.revision} ${row.putAt}`;
    if (before?.putAt === putAt) return before.shop;
    const kind = platforms[row.kind];
    if (!kind) throw new Error(`There is no platform ${row.kind}`);
    const { apiBase, location } = row;
    const credentials = openCredentials(seal, row);
    const shop = {
      ...{ id: row.id, location, terms: row.terms, mandate: row.mandate },
      platform: kind.connect({ credentials, apiBase, location }, ask),
      secrets: openSecrets(seal, row),
    };
    known.set(row.id, { putAt, shop });
    return shop;
  };
};

type Sealed = Pick<ShopRow, 'id' | 'credentials' | 'secrets'>;

export const openCredentials = (seal: Seal, { id, credentials }: Sealed): Credentials =>
  JSON.parse(seal.open(credentials, `shop ${id} credentials`)) as Credentials;

export const openSecrets = (seal: Seal, { id, secrets }: Sealed): string[] =>
  JSON.parse(seal.open(secrets, `shop ${id} secrets`)) as string[];

/** What the operator told us, as it is kept. */
export const sealShop = (
  seal: Seal,
  { id, credentials, secrets }: { id: string; credentials: Credentials; secrets: string[] },
): Pick<ShopRow, 'credentials' | 'secrets'> => ({
  credentials: seal.seal(JSON.stringify(credentials), `shop ${id} credentials`),
  secrets: seal.seal(JSON.stringify(secrets), `shop ${id} secrets`),
});
