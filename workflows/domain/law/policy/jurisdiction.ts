import type { PolicyName } from '../../backorder/law.ts';

/**
 * The member states of the European Union, ISO 3166-1 alpha-2, and those parts of Finland and France
 * with a code of their own where its law applies: Åland (art. 355(4) TFEU), and the outermost regions
 * (art. 349 and 355(1) TFEU).
 */
const european: ReadonlySet<string> = new Set(
  (
    'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE ' +
    'AX GF GP MF MQ RE YT'
  ).split(' '),
);

/** Where 16 CFR Part 435 applies: the states, and each Territory of the United States. 15 U.S.C. 44 */
const american: ReadonlySet<string> = new Set(['US', 'AS', 'GU', 'MP', 'PR', 'UM', 'VI']);

/** The policy of the country that the goods go to. `strict` for every country without one. */
export const policyOf = (country: string): PolicyName => {
  if (american.has(country)) return 'us';
  if (european.has(country)) return 'eu';
  return country === 'GB' ? 'uk' : 'strict';
};
