import { Inject, Injectable } from '@nestjs/common';
import {
  Fulfillment,
  type ID,
  Logger,
  type Order,
  ProductVariant,
  type RequestContext,
  StockLevel,
  StockMovement,
  TransactionalConnection,
} from '@vendure/core';
import { answerOf, isWorthRepeating, MeanwhileError } from 'meanwhile-client';
import { IsNull, MoreThan } from 'typeorm';
import { MeanwhileAccess } from './meanwhile.ts';
import { type Movement, meaningOf, type StockAct } from './movement.ts';

type Row = StockMovement & { orderLine?: { id: ID; order: Order } | null };

/**
 * Tells Meanwhile of the shop's stock: a first count of each variant, then every movement by its
 * own id, so that twice is once.
 */
@Injectable()
export class StockSync {
  @Inject(MeanwhileAccess) private readonly meanwhile!: MeanwhileAccess;
  @Inject(TransactionalConnection) private readonly connection!: TransactionalConnection;

  async tell(ctx: RequestContext, movementId: ID): Promise<void> {
    await report(`movement ${movementId}`, () => this.tellOnce(ctx, movementId));
  }

  private async tellOnce(ctx: RequestContext, movementId: ID): Promise<void> {
    const row = await this.getRow(ctx, movementId);
    if (row.customFields.meanwhileToldAt) return;
    if (isCounted(row.productVariant)) {
      await this.countOnce(ctx, row.productVariant.id);
      // The count may have this movement in it.
      const again = await this.getRow(ctx, movementId);
      if (!again.customFields.meanwhileToldAt) await this.send(again, await this.read(ctx, again));
    }
    await this.markTold(ctx, movementId);
  }

  /** Opens the shelf of a variant, once. What was counted is kept before it is sent. */
  async count(ctx: RequestContext, variantId: ID): Promise<void> {
    await report(`count of variant ${variantId}`, () => this.countOnce(ctx, variantId));
  }

  private async countOnce(ctx: RequestContext, variantId: ID): Promise<void> {
    const { customFields, sku } = await this.connection
      .getRepository(ctx, ProductVariant)
      .findOneByOrFail({ id: variantId });
    if (customFields.meanwhileCountedAt) return;
    const kept = customFields.meanwhileCount ?? (await this.takeCount(ctx, variantId));
    const { location } = this.meanwhile.settings;
    const body = { ...JSON.parse(kept), location };
    const params = { path: { sku } };
    await answerOf(this.meanwhile.api.PUT('/v1/stock/{sku}', { params, body }));
    await this.connection
      .getRepository(ctx, ProductVariant)
      .update(variantId, { customFields: { meanwhileCountedAt: new Date() } });
  }

  /**
   * Locks the levels, so that no movement comes between the count and the mark on all that are in
   * it. Units of Meanwhile's own orders are on its shelf, so they are not taken off.
   */
  private takeCount(ctx: RequestContext, productVariantId: ID): Promise<string> {
    return this.connection.withTransaction(ctx, async (txCtx) => {
      const levels = await this.connection
        .getRepository(txCtx, StockLevel)
        .find({ where: { productVariantId }, lock: { mode: 'pessimistic_write' } });
      const variants = this.connection.getRepository(txCtx, ProductVariant);
      const { customFields } = await variants.findOneByOrFail({ id: productVariantId });
      if (customFields.meanwhileCount) return customFields.meanwhileCount;
      const available = levels.reduce(
        (sum, level) => sum + level.stockOnHand - level.stockAllocated,
        0,
      );
      const ours = await this.countOurs(txCtx, productVariantId);
      const now = new Date();
      const count = JSON.stringify({
        countId: `${this.meanwhile.settings.shop}:variant-${productVariantId}`,
        onHand: Math.max(0, available + ours),
        countedAt: now.toISOString(),
      });
      await this.connection
        .getRepository(txCtx, StockMovement)
        .update(
          { productVariant: { id: productVariantId }, customFields: { meanwhileToldAt: IsNull() } },
          { customFields: { meanwhileToldAt: now } },
        );
      await variants.update(productVariantId, { customFields: { meanwhileCount: count } });
      return count;
    });
  }

  /** Units that orders of Meanwhile's have allocated and not packed. */
  private async countOurs(ctx: RequestContext, productVariantId: ID): Promise<number> {
    const rows = await this.rows(ctx)
      .where('movement.productVariantId = :productVariantId', { productVariantId })
      .andWhere('order.customFields.meanwhileKeeps = :isKept', { isKept: true })
      .getMany();
    const signs: Record<string, number> = { ALLOCATION: 1, SALE: 1, RELEASE: -1 };
    return (rows as Row[]).reduce((sum, row) => sum + row.quantity * (signs[row.type] ?? 0), 0);
  }

  private rows(ctx: RequestContext) {
    return this.connection
      .getRepository(ctx, StockMovement)
      .createQueryBuilder('movement')
      .leftJoinAndSelect('movement.productVariant', 'variant')
      .leftJoinAndSelect('movement.orderLine', 'line')
      .leftJoinAndSelect('line.order', 'order');
  }

  private async getRow(ctx: RequestContext, id: ID): Promise<Row> {
    return (await this.rows(ctx).where('movement.id = :id', { id }).getOneOrFail()) as Row;
  }

  private async read(ctx: RequestContext, row: Row): Promise<Movement> {
    const { type, quantity, orderLine } = row;
    if (!orderLine) return { type, quantity, order: undefined };
    const isKept = orderLine.order.customFields.meanwhileKeeps === true;
    const shipped = await this.countShipped(ctx, orderLine.id);
    const isAllocatedAgain = await this.connection.getRepository(ctx, 'Allocation').exists({
      where: { orderLine: { id: orderLine.id }, id: MoreThan(row.id) },
    });
    return { type, quantity, order: { isKept, shipped, isAllocatedAgain } };
  }

  private async countShipped(ctx: RequestContext, orderLineId: ID): Promise<number> {
    const fulfillments = await this.connection
      .getRepository(ctx, Fulfillment)
      .createQueryBuilder('fulfillment')
      .innerJoinAndSelect('fulfillment.lines', 'line', 'line.orderLineId = :orderLineId', {
        orderLineId,
      })
      .where('fulfillment.state IN (:...states)', { states: ['Shipped', 'Delivered'] })
      .getMany();
    return fulfillments.flatMap(({ lines }) => lines).reduce((sum, one) => sum + one.quantity, 0);
  }

  private async send({ id, productVariant: { sku } }: Row, movement: Movement): Promise<void> {
    const act = meaningOf(movement);
    if (act) await this.post(`${this.meanwhile.settings.shop}:m-${id}`, sku, act);
  }

  private async post(id: string, sku: string, act: StockAct): Promise<void> {
    const { api, settings } = this.meanwhile;
    const { location } = settings;
    if (act.kind === 'restock') {
      const body = { restockId: id, sku, location, quantity: act.quantity };
      await answerOf(api.POST('/v1/restocks', { body }));
      return;
    }
    const { delta, reason } = act;
    const body = { adjustmentId: id, sku, location, delta, reason };
    await answerOf(api.POST('/v1/adjustments', { body }));
  }

  private async markTold(ctx: RequestContext, id: ID): Promise<void> {
    await this.connection
      .getRepository(ctx, StockMovement)
      .update(id, { customFields: { meanwhileToldAt: new Date() } });
  }
}

/**
 * What Meanwhile refuses is logged and stays untold, so that the pull tries it again: a correction
 * of more than is on hand passes once the units before it have arrived.
 */
const report = async (what: string, act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof MeanwhileError) || isWorthRepeating(error.problem)) throw error;
    Logger.error(`The ${what} was refused: ${error.message}`, 'Meanwhile');
  }
};

const isCounted = ({ trackInventory }: ProductVariant): boolean => trackInventory !== 'FALSE';
