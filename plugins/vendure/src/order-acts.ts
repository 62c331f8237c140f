import { Inject, Injectable } from '@nestjs/common';
import {
  type Fulfillment,
  type ID,
  isGraphQlErrorResult,
  Order,
  OrderService,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core';
import { answerOf, type Backorder } from 'meanwhile-client';
import { vendureUnits } from './checkout-body.ts';
import { MeanwhileAccess, ofOrder } from './meanwhile.ts';
import { OrderReader } from './order-reader.ts';
import { type Act, listOwed } from './owed.ts';

type Sides = { ctx: RequestContext; order: Order; there: Backorder };

/** Carries out what one side owes the other. Whatever is repeated asks for nothing more. */
@Injectable()
export class OrderActs {
  @Inject(MeanwhileAccess) private readonly meanwhile!: MeanwhileAccess;
  @Inject(TransactionalConnection) private readonly connection!: TransactionalConnection;
  @Inject(OrderService) private readonly orders!: OrderService;
  @Inject(OrderReader) private readonly reader!: OrderReader;

  async reportShipment(order: Order, fulfillment: Fulfillment, shipmentId: string): Promise<void> {
    const body = {
      shipmentId,
      lines: fulfillment.lines.map(({ orderLineId, quantity }) => ({
        ...{ id: String(orderLineId), quantity },
      })),
      carrier: fulfillment.method.trim().slice(0, 100) || 'Carrier',
      tracking: fulfillment.trackingCode.trim().slice(0, 100) || 'none',
      scannedAt: fulfillment.updatedAt.toISOString(),
    };
    const path = '/v1/backorders/{orderId}/shipments';
    await answerOf(this.meanwhile.api.POST(path, { ...ofOrder(idThere(order)), body }));
  }

  /** What the shop has cancelled or sent back; true when Meanwhile has to be read again. */
  async tellMeanwhile({ order, there }: Sides): Promise<boolean> {
    const owed = listOwed(this.reader.compared(order), there);
    let isTold = false;
    for (const act of owed) {
      if (act.kind === 'cancel-there') await this.cancelThere(order, there, act);
      else if (act.kind === 'confirm-refund') await this.confirmRefund(order);
      else continue;
      isTold = true;
    }
    return isTold;
  }

  private async cancelThere(
    order: Order,
    there: Backorder,
    { lines }: Extract<Act, { kind: 'cancel-there' }>,
  ): Promise<void> {
    const seen = there.lines.map(({ id, cancelled }) => `${id}.${cancelled}`).join('-');
    const path = '/v1/backorders/{orderId}/cancel';
    await answerOf(
      this.meanwhile.api.POST(path, {
        params: {
          path: { orderId: idThere(order) },
          // What was seen names the act: a repetition before it shows is the same act.
          header: { 'idempotency-key': `cancel-${order.id}-${seen}`.slice(0, 200) },
        },
        body: { lines, reason: 'cancelled in the shop', by: 'shop' },
      }),
    );
  }

  private async confirmRefund(order: Order): Promise<void> {
    const body = { code: 'refund_wanted' as const, note: `sent by the shop for ${order.code}` };
    const path = '/v1/backorders/{orderId}/resolve';
    await answerOf(this.meanwhile.api.POST(path, { ...ofOrder(idThere(order)), body }));
  }

  /**
   * What Meanwhile has done, done here too. The order is locked and read again, so that two jobs
   * that look at once do it once.
   */
  async followMeanwhile(ctx: RequestContext, orderId: ID, there: Backorder): Promise<void> {
    await this.connection.withTransaction(ctx, async (txCtx) => {
      await this.connection
        .getRepository(txCtx, Order)
        .findOneOrFail({ where: { id: orderId }, lock: { mode: 'pessimistic_write' } });
      const order = await this.reader.find(txCtx, orderId);
      if (!order) return;
      for (const act of listOwed(this.reader.compared(order), there)) {
        await this.follow({ ctx: txCtx, order, there }, act);
      }
    });
  }

  private async follow({ ctx, order, there }: Sides, act: Act): Promise<void> {
    const payment = this.reader.ownPayment(order);
    const { id: orderId } = order;
    if (act.kind === 'cancel-here') {
      const lines = act.lines.map(({ id, quantity }) => ({ orderLineId: id, quantity }));
      const reason = there.cancellation?.reason ?? 'cancelled by Meanwhile';
      mustWork(
        await this.orders.cancelOrder(ctx, { orderId, lines, reason, cancelShipping: act.isAll }),
      );
    }
    if (!payment) return;
    if (act.kind === 'settle') mustWork(await this.orders.settlePayment(ctx, payment.id));
    if (act.kind === 'release') mustWork(await this.orders.cancelPayment(ctx, payment.id));
    if (act.kind === 'note-refund') {
      const { currency } = there.payment.refunded;
      const amount = vendureUnits({ amount: act.amount, currency }, this.reader.precision);
      const rest = { lines: [], shipping: 0, adjustment: 0, reason: 'refunded by Meanwhile' };
      mustWork(await this.orders.refundOrder(ctx, { paymentId: payment.id, amount, ...rest }));
    }
  }
}

const idThere = ({ customFields, code }: Order): string => {
  if (customFields.meanwhileOrderId) return customFields.meanwhileOrderId;
  throw new Error(`Order ${code} has no id at Meanwhile`);
};

const mustWork = (result: object): void => {
  if (isGraphQlErrorResult(result)) {
    throw new Error(String((result as { message?: unknown }).message ?? 'Vendure refused'));
  }
};
