import { z } from '@hono/zod-openapi';
import { country, text } from '../http/scalars.ts';

export const shipTo = z
  .strictObject({ country, region: text(100).optional(), postalCode: text(32).optional() })
  .openapi('ShipTo');
