import { Inject, Injectable } from '@nestjs/common';
import {
  Fulfillment,
  Order,
  ProductVariant,
  type RequestContext,
  ScheduledTask,
  StockMovement,
  TransactionalConnection,
} from '@vendure/core';
import { answerOf } from 'meanwhile-client';
import { In, IsNull, Not } from 'typeorm';
import { type Job, Jobs } from './jobs.ts';
import { MeanwhileAccess } from './meanwhile.ts';

/** How much of each kind one pull takes up; the next goes on. */
const most = 500;

const dayMs = 24 * 3_600_000;
/** Clocks differ, and what is written now may be stamped a little earlier. */
const overlapMs = 10 * 60_000;

/** Finds what was lost on either side: jobs, calls and webhooks alike. */
@Injectable()
export class Pull {
  @Inject(MeanwhileAccess) private readonly meanwhile!: MeanwhileAccess;
  @Inject(TransactionalConnection) private readonly connection!: TransactionalConnection;
  @Inject(Jobs) private readonly jobs!: Jobs;
  private since = new Date(Date.now() - dayMs);

  /** Meanwhile comes last: while it is away, what was lost here is taken up all the same. */
  async run(ctx: RequestContext): Promise<Record<string, number>> {
    const count = await this.add('count', await this.listUncounted(ctx));
    const movement = await this.add('movement', await this.listUntoldMovements(ctx));
    const here = [...(await this.listChangedHere(ctx)), ...(await this.listUntoldParcels(ctx))];
    const order = await this.add('order', here);
    const there = await this.listChangedThere(ctx);
    const more = await this.add(
      'order',
      there.filter((id) => !here.includes(id)),
    );
    return { count, movement, order: order + more };
  }

  private async add(kind: Job['kind'], ids: string[]): Promise<number> {
    const once = new Set(ids);
    for (const id of once) await this.jobs.add({ kind, id });
    return once.size;
  }

  private async listUncounted(ctx: RequestContext): Promise<string[]> {
    const rows = await this.connection.getRepository(ctx, ProductVariant).find({
      where: {
        customFields: { meanwhileCountedAt: IsNull() },
        deletedAt: IsNull(),
        trackInventory: Not('FALSE' as ProductVariant['trackInventory']),
      },
      select: { id: true },
      take: most,
    });
    return idsOf(rows);
  }

  private async listUntoldMovements(ctx: RequestContext): Promise<string[]> {
    const rows = await this.connection
      .getRepository(ctx, StockMovement)
      .createQueryBuilder('movement')
      .innerJoin('movement.productVariant', 'variant')
      .where('movement.customFields.meanwhileToldAt IS NULL')
      .andWhere('variant.customFields.meanwhileCountedAt IS NOT NULL')
      .orderBy('movement.id')
      .take(most)
      .getMany();
    return idsOf(rows);
  }

  private async listChangedHere(ctx: RequestContext): Promise<string[]> {
    const rows = await this.connection
      .getRepository(ctx, Order)
      .createQueryBuilder('order')
      .where('order.customFields.meanwhileKeeps = :isKept', { isKept: true })
      .andWhere(
        '(order.customFields.meanwhileSeenAt IS NULL OR ' +
          'order.updatedAt > order.customFields.meanwhileSeenAt)',
      )
      .orderBy('order.id')
      .take(most)
      .getMany();
    return idsOf(rows);
  }

  private async listUntoldParcels(ctx: RequestContext): Promise<string[]> {
    const rows = await this.connection.getRepository(ctx, Fulfillment).find({
      where: {
        state: In(['Shipped', 'Delivered']),
        customFields: { meanwhileToldAt: IsNull() },
        orders: { customFields: { meanwhileKeeps: true } },
      },
      relations: { orders: true },
      take: most,
    });
    return rows.flatMap(({ orders }) => idsOf(orders));
  }

  /** What webhooks would have told. */
  private async listChangedThere(ctx: RequestContext): Promise<string[]> {
    const began = new Date(Date.now() - overlapMs);
    const orderIds: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { updatedSince: this.since.toISOString(), limit: 100, cursor };
      const page = await answerOf(this.meanwhile.api.GET('/v1/backorders', { params: { query } }));
      orderIds.push(...page.data.map(({ orderId }) => orderId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    this.since = began;
    const rows = await this.connection
      .getRepository(ctx, Order)
      .find({ where: { customFields: { meanwhileOrderId: In(orderIds) } }, select: { id: true } });
    return idsOf(rows);
  }
}

const idsOf = (rows: { id: unknown }[]): string[] => rows.map(({ id }) => String(id));

/** Each shop may give it another schedule by `.configure()`. */
export const pullTask = new ScheduledTask({
  id: 'meanwhile-pull',
  description: 'Finds what Meanwhile and this shop have not told each other',
  schedule: '*/5 * * * *',
  execute: ({ injector, scheduledContext }) => injector.get(Pull).run(scheduledContext),
});
