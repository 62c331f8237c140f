import { bigcommerce } from './bigcommerce/kind.ts';
import type { PlatformKinds } from './port.ts';

/** The platforms that a shop can be of, by the `kind` that its operator names. */
export const platforms: PlatformKinds = { bigcommerce };
