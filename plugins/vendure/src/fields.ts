import { type CustomFields, LanguageCode } from '@vendure/core';

declare module '@vendure/core/dist/entity/custom-entity-fields' {
  interface CustomOrderFields {
    /** Whether Meanwhile keeps this order; null until that is decided, and then never changed. */
    meanwhileKeeps?: boolean | null;
    meanwhileOrderId?: string | null;
    meanwhileLocale?: string | null;
    meanwhilePhase?: string | null;
    meanwhilePromisedOn?: string | null;
    meanwhileStatusUrl?: string | null;
    /** The order's own `updatedAt` when it was last compared with Meanwhile. */
    meanwhileSeenAt?: Date | null;
    /** The last trouble that was noted, so that each is noted once. */
    meanwhileTrouble?: string | null;
  }
  interface CustomFulfillmentFields {
    meanwhileToldAt?: Date | null;
  }
  interface CustomStockMovementFields {
    meanwhileToldAt?: Date | null;
  }
  interface CustomProductVariantFields {
    meanwhileBackorder?: boolean;
    /** The count that opens the shelf, kept before it is sent, so that it is sent once. */
    meanwhileCount?: string | null;
    meanwhileCountedAt?: Date | null;
  }
}

const en = (value: string) => [{ languageCode: LanguageCode.en, value }];

const hidden = { nullable: true, internal: true } as const;
const shown = { nullable: true, readonly: true } as const;

/** What the plugin keeps in Vendure's own tables; shoppers see the date and their page. */
export const customFields: CustomFields = {
  Order: [
    { name: 'meanwhileKeeps', type: 'boolean', ...shown, public: false, label: en('Backorder') },
    {
      name: 'meanwhileOrderId',
      type: 'string',
      ...shown,
      public: false,
      label: en('Meanwhile id'),
    },
    { name: 'meanwhileLocale', type: 'string', ...hidden },
    { name: 'meanwhilePhase', type: 'string', ...shown, label: en('Backorder phase') },
    { name: 'meanwhilePromisedOn', type: 'string', ...shown, label: en('Promised on') },
    {
      name: 'meanwhileStatusUrl',
      type: 'string',
      length: 2000,
      ...shown,
      label: en('Customer page'),
    },
    { name: 'meanwhileSeenAt', type: 'datetime', ...hidden },
    { name: 'meanwhileTrouble', type: 'text', ...hidden },
  ],
  Fulfillment: [{ name: 'meanwhileToldAt', type: 'datetime', ...hidden }],
  StockMovement: [{ name: 'meanwhileToldAt', type: 'datetime', ...hidden }],
  ProductVariant: [
    {
      name: 'meanwhileBackorder',
      type: 'boolean',
      defaultValue: false,
      public: false,
      label: en('Always through Meanwhile, such as a pre-order'),
    },
    { name: 'meanwhileCount', type: 'text', ...hidden },
    { name: 'meanwhileCountedAt', type: 'datetime', ...hidden },
  ],
};
