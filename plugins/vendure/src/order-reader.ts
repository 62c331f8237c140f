import { Inject, Injectable } from '@nestjs/common';
import {
  ConfigService,
  Fulfillment,
  type ID,
  type Order,
  OrderService,
  type Payment,
  PaymentMethod,
  type RequestContext,
  StockLevel,
  TransactionalConnection,
} from '@vendure/core';
import {
  minorUnits,
  type PlacedLine,
  type PlacedOrder,
  type PlacedPayment,
} from './checkout-body.ts';
import { getSettings, methodCode } from './meanwhile.ts';
import type { ShopOrder } from './owed.ts';

/** Reads orders as the plain values that the rules speak of. */
@Injectable()
export class OrderReader {
  @Inject(TransactionalConnection) private readonly connection!: TransactionalConnection;
  @Inject(OrderService) private readonly orders!: OrderService;
  @Inject(ConfigService) private readonly config!: ConfigService;
  private ownMethods = new Set<string>();

  get precision(): number {
    return this.config.entityOptions.moneyStrategy.precision ?? 2;
  }

  async find(ctx: RequestContext, id: ID): Promise<Order | undefined> {
    await this.readMethods(ctx);
    return this.orders.findOne(ctx, id, [
      'lines',
      'lines.productVariant',
      'lines.productVariant.translations',
      'customer',
      'shippingLines',
      'surcharges',
      'payments',
      'payments.refunds',
    ]);
  }

  /** The payment by our method, under whatever name the shop has given it. */
  ownPayment(order: Order): Payment | undefined {
    return order.payments.find(({ method }) => this.ownMethods.has(method));
  }

  private async readMethods(ctx: RequestContext): Promise<void> {
    const methods = await this.connection.getRepository(ctx, PaymentMethod).find();
    const own = methods.filter(({ handler }) => handler.code === methodCode);
    this.ownMethods = new Set(own.map(({ code }) => code));
  }

  /** Asked while the order is being placed, when its own units are not allocated yet. */
  async isBackordered(ctx: RequestContext, order: Order): Promise<boolean> {
    if (this.ownPayment(order)) return true;
    const wanted = new Map<ID, number>();
    for (const { productVariantId, quantity } of order.lines) {
      wanted.set(productVariantId, (wanted.get(productVariantId) ?? 0) + quantity);
    }
    for (const { productVariant } of order.lines) {
      const { customFields, id, trackInventory } = productVariant;
      if (customFields.meanwhileBackorder) return true;
      if (trackInventory === 'FALSE') continue;
      if ((wanted.get(id) ?? 0) > (await this.available(ctx, id))) return true;
    }
    return false;
  }

  private async available(ctx: RequestContext, productVariantId: ID): Promise<number> {
    const levels = await this.connection
      .getRepository(ctx, StockLevel)
      .find({ where: { productVariantId } });
    return levels.reduce((sum, level) => sum + level.stockOnHand - level.stockAllocated, 0);
  }

  placed(order: Order, orderId: string): PlacedOrder {
    const { shippingAddress, customer } = order;
    const address = shippingAddress?.countryCode ? shippingAddress : order.billingAddress;
    return {
      orderId,
      placedAt: order.orderPlacedAt ?? new Date(),
      locale: order.customFields.meanwhileLocale ?? undefined,
      customer: {
        email: customer?.emailAddress ?? '',
        name: [customer?.firstName, customer?.lastName].filter(Boolean).join(' '),
      },
      shipTo: {
        countryCode: address?.countryCode ?? '',
        province: address?.province ?? '',
        postalCode: address?.postalCode ?? '',
      },
      currency: order.currencyCode,
      precision: this.precision,
      lines: order.lines.filter(({ quantity }) => quantity > 0).map(lineOf),
      total: order.totalWithTax,
      payment: paymentOf(order, this.ownPayment(order)),
    };
  }

  compared(order: Order): ShopOrder {
    const own = this.ownPayment(order);
    const of = { currency: order.currencyCode, precision: this.precision };
    const minor = (amount: number) => minorUnits(amount, of).amount;
    const refunds = (payments: Order['payments']) =>
      payments
        .flatMap((payment) => payment.refunds ?? [])
        .filter(({ state }) => state === 'Settled')
        .reduce((sum, { total }) => sum + total, 0);
    return {
      lines: order.lines.map(({ id, quantity }) => ({ id: String(id), quantity })),
      payment: own && {
        ...{ state: own.state, amount: minor(own.amount), refunded: minor(refunds([own])) },
      },
      refundedElsewhere: minor(refunds(order.payments.filter((one) => one !== own))),
    };
  }

  /** Parcels that the carrier has and Meanwhile has not heard of, oldest first. */
  listUntoldFulfillments(ctx: RequestContext, order: Order): Promise<Fulfillment[]> {
    return this.connection
      .getRepository(ctx, Fulfillment)
      .createQueryBuilder('fulfillment')
      .innerJoin('fulfillment.orders', 'order', 'order.id = :id', { id: order.id })
      .leftJoinAndSelect('fulfillment.lines', 'line')
      .where('fulfillment.state IN (:...states)', { states: ['Shipped', 'Delivered'] })
      .andWhere('fulfillment.customFields.meanwhileToldAt IS NULL')
      .orderBy('fulfillment.id')
      .getMany();
  }
}

/** By the shop and the code that people speak of, where that makes an id. */
export const idOf = ({ code, id }: Order): string => {
  const { shop } = getSettings();
  const named = `${shop}:${code}`;
  return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/.test(named) ? named : `${shop}:id-${id}`;
};

const lineOf = (line: Order['lines'][number]): PlacedLine => ({
  id: String(line.id),
  sku: line.productVariant.sku,
  title: line.productVariant.name,
  quantity: line.quantity,
  unitPrice: line.proratedUnitPriceWithTax,
  total: line.proratedLinePriceWithTax,
});

const paymentOf = (order: Order, own: Payment | undefined): PlacedPayment => {
  const [payment] = order.payments.filter(
    ({ state }) => state === 'Authorized' || state === 'Settled',
  );
  if (!payment || order.totalWithTax === 0) return { by: 'nothing' };
  if (own) return { by: 'later', card: own.metadata.card, mandate: own.metadata.mandate };
  return { by: 'elsewhere', reference: `${payment.method} ${payment.transactionId ?? payment.id}` };
};
