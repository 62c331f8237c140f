import { Inject, Injectable } from '@nestjs/common';
import {
  Fulfillment,
  type ID,
  Logger,
  Order,
  OrderService,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core';
import { answerOf, type Backorder, isWorthRepeating, MeanwhileError } from 'meanwhile-client';
import { checkoutBody } from './checkout-body.ts';
import { MeanwhileAccess, ofOrder } from './meanwhile.ts';
import { OrderActs } from './order-acts.ts';
import { idOf, OrderReader } from './order-reader.ts';

const loggerCtx = 'Meanwhile';

/** Keeps one order the same on both sides, however often and from wherever it is asked to. */
@Injectable()
export class OrderSync {
  @Inject(MeanwhileAccess) private readonly meanwhile!: MeanwhileAccess;
  @Inject(TransactionalConnection) private readonly connection!: TransactionalConnection;
  @Inject(OrderService) private readonly orders!: OrderService;
  @Inject(OrderReader) private readonly reader!: OrderReader;
  @Inject(OrderActs) private readonly acts!: OrderActs;

  /**
   * Looks at both sides and does what one owes the other. Throws what may pass, for the job queue
   * to try again; what will not pass becomes a note on the order.
   */
  async look(ctx: RequestContext, orderId: ID): Promise<void> {
    const order = await this.reader.find(ctx, orderId);
    if (!order?.orderPlacedAt) throw new Error(`Order ${orderId} is not placed yet`);
    if (!order.customFields.meanwhileKeeps) return;
    const seenAt = order.updatedAt;
    try {
      const there = await this.bringTogether(ctx, order);
      await this.writeDown(order, { there, seenAt });
    } catch (error) {
      if (!(error instanceof MeanwhileError) || isWorthRepeating(error.problem)) throw error;
      await this.noteTrouble(ctx, order, error);
    }
  }

  private async bringTogether(ctx: RequestContext, order: Order): Promise<Backorder | undefined> {
    let there = (await this.find(order)) ?? (await this.place(order));
    if (!there) return undefined;
    if (await this.tellShipments(ctx, order)) there = await this.get(order);
    if (await this.acts.tellMeanwhile({ ctx, order, there })) there = await this.get(order);
    await this.acts.followMeanwhile(ctx, order.id, there);
    return there;
  }

  private async find(order: Order): Promise<Backorder | undefined> {
    return this.get(order).catch((error: unknown) => {
      if (error instanceof MeanwhileError && error.problem.status === 404) return undefined;
      throw error;
    });
  }

  private get(order: Order): Promise<Backorder> {
    const { api } = this.meanwhile;
    return answerOf(api.GET('/v1/backorders/{orderId}', ofOrder(idOf(order))));
  }

  /** Undefined when nothing of it is left to be placed. */
  private async place(order: Order): Promise<Backorder | undefined> {
    const placed = this.reader.placed(order, idOf(order));
    if (placed.lines.length === 0) return undefined;
    await this.supplyUntracked(order);
    const { location, fulfilment } = this.meanwhile.settings;
    const body = checkoutBody(placed, { location, fulfilment, now: new Date() });
    return answerOf(this.meanwhile.api.POST('/v1/backorders', { body }));
  }

  /** Of what Vendure does not count there is always enough. */
  private async supplyUntracked(order: Order): Promise<void> {
    const { api, settings } = this.meanwhile;
    for (const { id, quantity, productVariant } of order.lines) {
      const { trackInventory, sku, customFields } = productVariant;
      if (trackInventory !== 'FALSE' || customFields.meanwhileBackorder || quantity === 0) continue;
      const restockId = `${settings.shop}:line-${id}`;
      const body = { restockId, sku, location: settings.location, quantity };
      await answerOf(api.POST('/v1/restocks', { body }));
    }
  }

  /** True when there was a parcel to tell of. What Meanwhile refuses it has kept all the same. */
  private async tellShipments(ctx: RequestContext, order: Order): Promise<boolean> {
    const untold = await this.reader.listUntoldFulfillments(ctx, order);
    for (const fulfillment of untold) {
      const shipmentId = `${this.meanwhile.settings.shop}:f-${fulfillment.id}`;
      await this.acts.reportShipment(order, fulfillment, shipmentId).catch(async (error) => {
        if (!(error instanceof MeanwhileError) || isWorthRepeating(error.problem)) throw error;
        // The same parcel in other words: the first report counts.
        if (error.problem.code !== 'id_reused') await this.noteTrouble(ctx, order, error);
      });
      await this.connection
        .getRepository(ctx, Fulfillment)
        .update(fulfillment.id, { customFields: { meanwhileToldAt: new Date() } });
    }
    return untold.length > 0;
  }

  /** Leaves `updatedAt` alone: it says when the shop has changed the order. */
  private async writeDown(order: Order, { there, seenAt }: Seen): Promise<void> {
    await this.connection.rawConnection
      .createQueryBuilder()
      .update(Order)
      .set({
        customFields: {
          meanwhileOrderId: idOf(order),
          meanwhilePhase: there?.phase ?? 'cancelled',
          meanwhilePromisedOn: there?.promise?.on ?? null,
          meanwhileStatusUrl: there?.links.status ?? null,
          meanwhileSeenAt: seenAt,
        },
        updatedAt: () => '"updatedAt"',
      })
      .where({ id: order.id })
      .execute();
  }

  private async noteTrouble(ctx: RequestContext, order: Order, error: MeanwhileError) {
    const { code, detail, errors = [] } = error.problem;
    const note = [
      `Meanwhile: ${code}. ${detail}`,
      ...errors.map((one) => `${one.pointer}: ${one.detail}`),
    ].join('\n');
    if (order.customFields.meanwhileTrouble === note) return;
    Logger.error(`${order.code}: ${note}`, loggerCtx);
    await this.orders.addNoteToOrder(ctx, { id: order.id, note, isPublic: false });
    await this.connection
      .getRepository(ctx, Order)
      .update(order.id, { customFields: { meanwhileTrouble: note } });
  }
}

type Seen = { there: Backorder | undefined; seenAt: Date };
