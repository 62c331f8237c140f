import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, Logger, type ProductVariant, type RequestContext } from '@vendure/core';
import DataLoader from 'dataloader';
import { parse } from 'graphql';
import { answerOf, type components, createMeanwhile } from 'meanwhile-client';
import { MeanwhileAccess } from './meanwhile.ts';

type Availability = components['schemas']['Availability'];

export const availabilitySchema = parse(`
  "What Meanwhile says of a variant on a product page"
  type MeanwhileAvailability {
    "in_stock, backorder or out_of_stock"
    state: String!
    "The day on which it would ship, if one is known"
    shipsOn: String
    "The same in words, in the language of the request"
    text: String!
  }

  extend type ProductVariant {
    "Null while Meanwhile does not answer: show the page without it"
    meanwhileAvailability: MeanwhileAvailability
  }
`);

/** The API takes so many in one request. */
const maxBatchSize = 50;
/** A page that has waited once is not to wait again for a while. */
const restMs = 5_000;

/** Asks once for all variants of one request, and never fails it. */
@Resolver('ProductVariant')
export class AvailabilityResolver {
  @Inject(MeanwhileAccess) private readonly meanwhile!: MeanwhileAccess;
  private readonly loaders = new WeakMap<object, DataLoader<string, Availability | null>>();
  private restsUntil = 0;

  @ResolveField()
  meanwhileAvailability(
    @Ctx() ctx: RequestContext,
    @Parent() variant: ProductVariant,
  ): Promise<Availability | null> {
    return this.loaderOf(ctx).load(variant.sku);
  }

  private loaderOf(ctx: RequestContext): DataLoader<string, Availability | null> {
    const request = ctx.req ?? ctx;
    const known = this.loaders.get(request);
    if (known) return known;
    const load = (skus: readonly string[]) => this.load(skus, ctx.languageCode);
    const loader = new DataLoader(load, { maxBatchSize });
    this.loaders.set(request, loader);
    return loader;
  }

  private async load(skus: readonly string[], locale: string): Promise<(Availability | null)[]> {
    if (Date.now() < this.restsUntil) return skus.map(() => null);
    const { baseUrl, availabilityTimeoutMs: timeoutMs } = this.meanwhile.settings;
    const api = createMeanwhile({ baseUrl, timeoutMs });
    const query = { sku: [...skus], locale };
    try {
      const { data } = await answerOf(api.GET('/v1/availability', { params: { query } }));
      const bySku = new Map(data.map((one) => [one.sku, one]));
      return skus.map((sku) => bySku.get(sku) ?? null);
    } catch (error) {
      this.restsUntil = Date.now() + restMs;
      Logger.warn(`Availability: ${(error as Error).message}`, 'Meanwhile');
      return skus.map(() => null);
    }
  }
}
