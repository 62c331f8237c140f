import type { ReactNode } from 'react';
import { attentionCodes } from '../../../workflows/domain/backorder/attention.ts';
import { paymentStates } from '../../../workflows/domain/backorder/intent.ts';
import { policyNames } from '../../../workflows/domain/backorder/law.ts';
import { phases } from '../../../workflows/domain/backorder/snapshot.ts';
import { attentionWords } from '../../../workflows/domain/desk/attention-words.ts';
import { policyWords } from '../../../workflows/domain/desk/law-words.ts';
import { paymentWords } from '../../../workflows/domain/desk/payment-words.ts';
import { phaseWords } from '../../../workflows/domain/desk/phase-words.ts';
import { atStart } from '../../../workflows/domain/desk/sentence.ts';
import { Check, Field, Select } from '../parts/field.tsx';
import { Filter } from '../parts/filter.tsx';
import type { Faults } from './question.ts';

type Props = { path: string; query: URLSearchParams; faults: Faults };

/** All that narrows the list. It keeps what was entered, also what was wrong. */
export const SearchForm = ({ path, query, faults }: Props) => {
  const field = (name: string, label: string) => ({
    ...{ name, label, fault: faults[name], value: query.get(name) ?? undefined },
  });
  return (
    <Filter path={path}>
      <Field {...field('q', 'Order, address or SKU')} type="search" />
      <Select {...field('phase', 'Phase')} choices={among(faults, 'phase', query, phaseChoices)} />
      <Select
        {...field('attention', 'Waits for a person')}
        choices={among(faults, 'attention', query, attentionChoices)}
      />
      <Select
        {...field('payment', 'Payment')}
        choices={among(faults, 'payment', query, paymentChoices)}
      />
      <Select
        {...field('sort', 'In order of')}
        choices={among(faults, 'sort', query, sortChoices)}
      />
      <More isOpen={more.some((name) => query.get(name))}>
        <Field {...field('orderId', 'Id begins with')} />
        <Field {...field('email', 'Customer’s address')} />
        <Field {...field('sku', 'SKU')} />
        <Field {...field('promisedBefore', 'Promised before')} type="date" />
        <Field {...field('promisedAfter', 'Promised after')} type="date" />
        <Check
          name="promised"
          label="Without a date"
          isChecked={query.get('promised') === 'none'}
          value="none"
          fault={faults.promised}
        />
        <Field {...field('updatedSince', 'Changed since')} />
        <Select
          {...field('policy', 'Law of')}
          choices={among(faults, 'policy', query, policyChoices)}
        />
        <Check
          name="hold"
          label="On hold"
          isChecked={query.get('hold') === 'yes'}
          fault={faults.hold}
        />
      </More>
    </Filter>
  );
};

const more = [
  ...['orderId', 'email', 'sku', 'promisedBefore', 'promisedAfter', 'promised'],
  ...['updatedSince', 'policy', 'hold'],
];

const More = ({ isOpen, children }: { isOpen: boolean; children: ReactNode }) => (
  <details open={isOpen}>
    <summary>More filters</summary>
    <div className="filter">{children}</div>
  </details>
);

type Choice = { value: string; label: string };

const any: Choice = { value: '', label: 'Any' };

const phaseChoices: Choice[] = [
  any,
  { value: 'open', label: 'Any that is open' },
  ...phases.map((value) => ({ value, label: phaseWords[value] })),
];

const attentionChoices: Choice[] = [
  { value: '', label: 'Does not matter' },
  { value: 'any', label: 'For any reason' },
  ...attentionCodes.map((value) => ({ value, label: attentionWords[value].title })),
];

const paymentChoices: Choice[] = [
  any,
  { value: 'owed', label: 'Asked of the customer, not there yet' },
  ...paymentStates.map((value) => ({ value, label: paymentWords[value] })),
];

const policyChoices: Choice[] = [
  any,
  ...policyNames.map((value) => ({ value, label: atStart(policyWords[value]) })),
];

const sortChoices: Choice[] = [
  { value: 'placed', label: 'Placed, newest first' },
  { value: 'promised', label: 'Promise, earliest first' },
  { value: 'updated', label: 'Last change, newest first' },
];

/** What was wrong is kept as a choice of its own, so that it is not changed silently. */
const among = (
  faults: Faults,
  name: string,
  query: URLSearchParams,
  choices: Choice[],
): Choice[] => {
  const given = query.get(name) ?? '';
  return faults[name] === undefined ? choices : [...choices, { value: given, label: given }];
};
