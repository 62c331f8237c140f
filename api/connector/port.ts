import type { z } from '@hono/zod-openapi';
import type { ShopAct } from '../../workflows/domain/connector/acts.ts';
import type { ShopOrder } from '../../workflows/domain/connector/shop-order.ts';
import type { Instant } from '../../workflows/domain/time.ts';

export type { ShopAct } from '../../workflows/domain/connector/acts.ts';
export type {
  ShopLine,
  ShopOrder,
  ShopPayment,
  ShopShipment,
} from '../../workflows/domain/connector/shop-order.ts';

/** What the shop's operator has told us, each value by its name. */
export type Credentials = Readonly<Record<string, string>>;

/** A shop as its platform needs to know it. `apiBase` has no slash at its end. */
export type Connection = { credentials: Credentials; apiBase: string; location: string };

/** Asks a server as `fetch` does, where that may be asked. */
export type Ask = (
  url: URL,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string;
    redirect: 'manual';
    signal: AbortSignal;
  },
) => Promise<Response>;

/** One kind of platform. */
export type PlatformKind = {
  /** Refuses what can be seen to be wrong without asking the platform. */
  credentials: z.ZodType<Record<string, string>>;
  /** Where its API is, unless the operator says otherwise. */
  apiBaseOf(credentials: Credentials): string;
  /** What its deliveries are signed with. */
  secretOf(credentials: Credentials): string;
  /** Whether the order with this page may be one of the store that these are for. */
  isOrderOf(credentials: Credentials, orderUrl: string): boolean;
  /** Pure: nothing is asked before the first call. */
  connect(connection: Connection, ask: Ask): ShopPlatform;
};

/** The kinds of this installation by name. */
export type PlatformKinds = Readonly<Record<string, PlatformKind>>;

/**
 * What a hosted shop platform must supply. Every call may be repeated, and none decides anything.
 * `ShopAnswer` has the meaning of a payment provider's answers: nothing throws for what a platform
 * says.
 */
export type ShopPlatform = {
  /**
   * Reads a delivery from its raw bytes and headers. `ping`: answered 200 and forgotten. `forged`:
   * answered 401, nothing stored. Pure.
   */
  readDelivery(request: Delivered, secrets: readonly string[]): Hint | 'ping' | 'forged';
  getOrder(id: string): Promise<ShopAnswer<ShopOrder | undefined>>;
  /** Ids of orders changed since then, oldest first; `next` null after the last page. */
  listChanged(request: {
    since: Instant;
    after?: string;
  }): Promise<ShopAnswer<{ orderIds: string[]; next: string | null }>>;
  /**
   * `available`: may be negative, without any backorder limit added in. `readAt`: by the clock that
   * dates the platform's orders, where its answer tells it.
   */
  getLevel(item: Item): Promise<ShopAnswer<{ available: number; readAt: Instant } | undefined>>;
  /** What an item of the platform is here; undefined if it is none of ours. */
  findItem(itemId: string): Promise<ShopAnswer<Item | undefined>>;
  /** Does it, or finds that it was done, by `key`. */
  apply(act: ShopAct): Promise<ShopAnswer<{ reference: string }>>;
  /** Makes the subscriptions that are missing and revives those that were switched off. */
  subscribe(callback: URL): Promise<ShopAnswer<{ hooks: Hook[]; revived: string[] }>>;
  /** Takes back what `subscribe` and the acts installed, when the shop is removed. */
  unsubscribe(callback: URL): Promise<ShopAnswer<{ removed: number }>>;
  /** One entry a scope that the connector needs. Changes nothing. */
  test(): Promise<ShopAnswer<{ scope: string; works: boolean; detail: string | null }[]>>;
};

/**
 * `later`: not done; `isSilent`: because it did not answer, and not because it is busy. `unknown`: it
 * may have been done. `detail` is text without secrets.
 */
export type ShopAnswer<T> =
  | { outcome: 'ok'; value: T }
  | { outcome: 'unknown'; detail: string }
  | { outcome: 'later'; retryAfterMs: number; detail: string; isSilent?: true }
  | {
      outcome: 'refused';
      code: 'gone' | 'forbidden' | 'not_found' | 'invalid';
      detail: string;
    };

export type Delivered = { body: Uint8Array; headers: Headers; now: Instant };

/** `location` is Meanwhile's, as the connection has it. */
export type Item = { sku: string; location: string };

/** A delivery is a reason to look. `gone`: the shop has removed us. */
export type Hint = {
  deliveryId: string;
  about: { orderId: string } | Item | { itemId: string } | 'gone';
};

export type Hook = { scope: string; active: boolean };
