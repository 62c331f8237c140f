import type { PlatformKinds } from '../../../api/connector/port.ts';
import type { ShopActs, Shown } from '../../../plugins/contract/harness.ts';

/** How a test has a shop on a hosted platform do what merchants, shoppers and bad networks do. */
export type ShopDriver = ShopActs & {
  /** What the connector is to know of this kind of platform. */
  platforms: PlatformKinds;
  /** The body of `PUT /v1/shops/:id`, without terms. */
  shop: { kind: string; credentials: Record<string, string>; apiBase?: string };
  /** Where its deliveries go, once the API is there. */
  connect(send: Send): void;
  /** The merchant gives so much back, and takes nothing off for it. */
  giveBack(orderId: string, amount: number): Promise<void>;
  /** The merchant sends the order to another address. */
  move(orderId: string, shipTo: { country: string; postalCode: string }): Promise<void>;
  disableHooks(): Promise<void>;
  /** The merchant removes us. */
  uninstall(): Promise<void>;
  show(orderId: string): Promise<Shown & { promisedOn: string | null }>;
  hooksActive(): Promise<boolean>;
  close?(): Promise<void>;
};

/** Posts to the API by path. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;
