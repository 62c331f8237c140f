import type { PolicyName } from '../../backorder/law.ts';
import { eu } from './eu.ts';
import type { Policy } from './policy.ts';
import { strict } from './strict.ts';
import { uk } from './uk.ts';
import { us } from './us.ts';

export const policies: Record<PolicyName, Policy> = { us, eu, uk, strict };
