import { Controller, HttpCode, Inject, Post, Req, UnauthorizedException } from '@nestjs/common';
import { Order, TransactionalConnection } from '@vendure/core';
import { raw } from 'express';
import { Webhook } from 'standardwebhooks';
import { Jobs } from './jobs.ts';
import { MeanwhileAccess } from './meanwhile.ts';

type Delivered = { body: unknown; headers: Record<string, string | string[] | undefined> };

/** The signature is over the bytes as they came, so nothing may read them before. */
export const rawBody = {
  route: '/meanwhile/webhooks',
  handler: raw({ type: () => true, limit: '1mb' }),
  beforeListen: true,
};

/**
 * What Meanwhile tells. A delivery is a hint to look: nothing of it is believed but which order it
 * is about, so that late, repeated and reordered ones do no harm.
 */
@Controller('meanwhile')
export class WebhookController {
  @Inject(MeanwhileAccess) private readonly meanwhile!: MeanwhileAccess;
  @Inject(TransactionalConnection) private readonly connection!: TransactionalConnection;
  @Inject(Jobs) private readonly jobs!: Jobs;

  @Post('webhooks')
  @HttpCode(204)
  async receive(@Req() request: Delivered): Promise<void> {
    const orderId = orderIdOf(this.verify(request));
    if (!orderId) return;
    const order = await this.connection.rawConnection
      .getRepository(Order)
      .findOne({ where: { customFields: { meanwhileOrderId: orderId } }, select: { id: true } });
    if (order) await this.jobs.add({ kind: 'order', id: String(order.id) });
  }

  private verify({ body, headers }: Delivered): unknown {
    const { webhookSecret } = this.meanwhile.settings;
    try {
      if (!Buffer.isBuffer(body)) throw new Error('There is no body');
      return new Webhook(webhookSecret).verify(body, headers as Record<string, string>);
    } catch {
      throw new UnauthorizedException('The signature is not valid');
    }
  }
}

const orderIdOf = (event: unknown): string | undefined => {
  const { data } = event as { data?: { orderId?: unknown } };
  return typeof data?.orderId === 'string' ? data.orderId : undefined;
};
