import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  EventBus,
  type Fulfillment,
  FulfillmentStateTransitionEvent,
  type ID,
  type JobQueue,
  JobQueueService,
  Order,
  OrderLineEvent,
  OrderPlacedEvent,
  OrderStateTransitionEvent,
  RefundStateTransitionEvent,
  type RequestContext,
  RequestContextService,
  StockMovementEvent,
  TransactionalConnection,
} from '@vendure/core';
import { idOf, OrderReader } from './order-reader.ts';
import { OrderSync } from './order-sync.ts';
import { StockSync } from './stock-sync.ts';

/** What is to be looked at; never what is to be said, which is read when the job runs. */
export type Job = { kind: 'order' | 'movement' | 'count'; id: string };

/** What these do not outlast, the pull takes up again. */
const retries = 10;

/**
 * Whatever happens in the shop becomes a job in the very transaction in which it happens, so that a
 * crash between the commit and the call to Meanwhile loses nothing.
 */
@Injectable()
export class Jobs implements OnModuleInit {
  @Inject(EventBus) private readonly events!: EventBus;
  @Inject(JobQueueService) private readonly queues!: JobQueueService;
  @Inject(RequestContextService) private readonly contexts!: RequestContextService;
  @Inject(TransactionalConnection) private readonly connection!: TransactionalConnection;
  @Inject(OrderReader) private readonly reader!: OrderReader;
  @Inject(OrderSync) private readonly orderSync!: OrderSync;
  @Inject(StockSync) private readonly stockSync!: StockSync;
  private queue!: JobQueue<Job>;

  async onModuleInit(): Promise<void> {
    this.queue = await this.queues.createQueue<Job>({
      name: 'meanwhile',
      process: async ({ data }) => this.run(data),
    });
    this.listen();
  }

  async add(job: Job, ctx?: RequestContext): Promise<void> {
    await this.queue.add(job, { retries, ...(ctx && { ctx }) });
  }

  private async run({ kind, id }: Job): Promise<void> {
    const ctx = await this.contexts.create({ apiType: 'admin' });
    if (kind === 'order') await this.orderSync.look(ctx, id);
    if (kind === 'movement') await this.stockSync.tell(ctx, id);
    if (kind === 'count') await this.stockSync.count(ctx, id);
  }

  private listen(): void {
    const look = ({ ctx, order }: { ctx: RequestContext; order: Order }) =>
      this.lookAt(ctx, order.id);
    this.on(OrderPlacedEvent, async (event) => {
      await this.decide(event);
      await look(event);
    });
    this.on(OrderStateTransitionEvent, async (event) => {
      if (event.order.customFields.meanwhileKeeps) await look(event);
    });
    this.on(OrderLineEvent, async (event) => {
      if (event.type === 'cancelled') await look(event);
    });
    this.on(RefundStateTransitionEvent, look);
    this.on(FulfillmentStateTransitionEvent, async ({ ctx, fulfillment, toState }) => {
      if (toState !== 'Shipped' && toState !== 'Delivered') return;
      for (const id of await this.listOrderIds(ctx, fulfillment)) await this.lookAt(ctx, id);
    });
    this.on(StockMovementEvent, async ({ ctx, stockMovements }) => {
      for (const { id } of stockMovements)
        await this.add({ kind: 'movement', id: String(id) }, ctx);
    });
  }

  private on<Event extends { ctx: RequestContext }>(
    event: new (...args: never[]) => Event,
    handler: (event: Event) => Promise<void>,
  ): void {
    const id = `meanwhile-${event.name}`;
    this.events.registerBlockingEventHandler({ id, event, handler } as never);
  }

  private lookAt(ctx: RequestContext, id: ID): Promise<void> {
    return this.add({ kind: 'order', id: String(id) }, ctx);
  }

  /** Once, while the order is being placed: the stock is told by it ever after. */
  private async decide({ ctx, order }: OrderPlacedEvent): Promise<void> {
    const placed = await this.reader.find(ctx, order.id);
    const isKept = placed !== undefined && (await this.reader.isBackordered(ctx, placed));
    const fields = {
      meanwhileKeeps: isKept,
      meanwhileLocale: ctx.languageCode.replace('_', '-'),
      ...(isKept && { meanwhileOrderId: idOf(order) }),
    };
    // Vendure saves its own copy of the order once more.
    Object.assign(order.customFields, fields);
    await this.connection.getRepository(ctx, Order).update(order.id, { customFields: fields });
  }

  private async listOrderIds(ctx: RequestContext, { id }: Fulfillment): Promise<ID[]> {
    const orders = await this.connection
      .getRepository(ctx, Order)
      .find({ where: { fulfillments: { id } }, select: { id: true } });
    return orders.map((order) => order.id);
  }
}
