import { z } from '@hono/zod-openapi';
import { roles } from '../../../workflows/domain/desk/role.ts';
import { listOf, page } from '../../http/paging.ts';
import { id, text } from '../../http/scalars.ts';

/** People of the shop who have an account at the desk. */

const dateTime = z.string().openapi({ format: 'date-time' });

const role = z.enum(roles).openapi({
  description:
    'viewer: read; support: read, support; buyer: read, inventory, fulfilment; manager: admin',
});

export const operatorsQuery = page;

export const operatorPath = z.object({ operatorId: id });

export const operatorChange = z
  .strictObject({ name: text(200), role, disabled: z.boolean() })
  .openapi('OperatorChange', {
    example: { name: 'Ada Byron', role: 'support', disabled: false },
  });

export const operator = z
  .object({
    operatorId: z.string(),
    name: z.string(),
    role,
    signsInBy: z.enum(['password', 'provider', 'none']).openapi({
      description: 'provider: by OpenID Connect, which also says the role at each sign-in',
    }),
    issuer: z.string().nullable().openapi({ description: 'The provider, if it is one' }),
    createdAt: dateTime,
    seenAt: dateTime.nullable().openapi({ description: 'When they did something here, or null' }),
    disabledAt: dateTime.nullable(),
    sessions: z.int().openapi({ description: 'In how many browsers they are signed in' }),
  })
  .openapi('Operator');

export const operators = listOf(operator);

export const endedSessions = z
  .object({ ended: z.int().openapi({ description: 'How many sessions there were' }) })
  .openapi('EndedSessions');
