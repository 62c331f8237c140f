import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { AvailabilityResolver, availabilitySchema } from './availability.ts';
import { customFields } from './fields.ts';
import { Jobs } from './jobs.ts';
import { configureAccess, MeanwhileAccess } from './meanwhile.ts';
import type { MeanwhileOptions } from './options.ts';
import { OrderActs } from './order-acts.ts';
import { OrderReader } from './order-reader.ts';
import { OrderSync } from './order-sync.ts';
import { payWhenItShips } from './pay-when-it-ships.ts';
import { fulfillmentProcess, orderProcess } from './processes.ts';
import { Pull, pullTask } from './pull.ts';
import { StockSync } from './stock-sync.ts';
import { rawBody, WebhookController } from './webhook.ts';

export type { CardQuestion, MeanwhileOptions, SavedCard } from './options.ts';
export { payWhenItShips } from './pay-when-it-ships.ts';
export { pullTask } from './pull.ts';

/**
 * Lets Meanwhile keep the backorders of this shop: orders, stock, parcels and cancellations go
 * there, and what becomes of them comes back. `docs/shops/vendure.md` says how it is set up.
 */
@VendurePlugin({
  imports: [PluginCommonModule],
  compatibility: '^3.7.3',
  providers: [MeanwhileAccess, OrderReader, OrderActs, OrderSync, StockSync, Jobs, Pull],
  controllers: [WebhookController],
  shopApiExtensions: { schema: availabilitySchema, resolvers: [AvailabilityResolver] },
  configuration: (config) => {
    for (const [entity, fields] of Object.entries(customFields)) {
      const known = config.customFields[entity] ?? [];
      config.customFields[entity] = [...known, ...(fields ?? [])];
    }
    config.paymentOptions.paymentMethodHandlers.push(payWhenItShips);
    config.orderOptions.process.push(orderProcess);
    config.shippingOptions.process?.push(fulfillmentProcess);
    config.apiOptions.middleware.push(rawBody);
    config.schedulerOptions.tasks.push(pullTask);
    return config;
  },
})
// biome-ignore lint/complexity/noStaticOnlyClass: Vendure knows a plugin by its class.
export class MeanwhilePlugin {
  /** One Meanwhile for one server: what is given last holds. */
  static init(options: MeanwhileOptions): Type<MeanwhilePlugin> {
    configureAccess(options);
    return MeanwhilePlugin;
  }
}
