import type { PolicyName } from '../backorder/law.ts';

/** The member states of the European Union, ISO 3166-1 alpha-2. */
const memberStates: ReadonlySet<string> = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
);

/** Territories where 16 CFR Part 435 applies: the states, and what 15 U.S.C. 44 calls a Territory. */
const american: ReadonlySet<string> = new Set(['US', 'PR', 'GU', 'VI', 'AS', 'MP']);

/** The policy of the country that the goods go to. `strict` for every country without one. */
export const policyOf = (country: string): PolicyName => {
  if (american.has(country)) return 'us';
  if (memberStates.has(country)) return 'eu';
  return country === 'GB' ? 'uk' : 'strict';
};
