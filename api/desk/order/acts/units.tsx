import { Field } from '../../parts/field.tsx';
import type { Order, OrderLine } from '../order.ts';
import { refuse, textIn } from './order-act.ts';

type Units = { id: string; quantity: number };

type Props = {
  order: Order;
  form: URLSearchParams;
  /** How many units of a line there are to choose from. */
  most: (line: OrderLine) => number;
  /** What each field asks. */
  asks: string;
  /** Whether all are chosen as long as nobody says otherwise. */
  isAll: boolean;
};

/** A field for each line of which something can be chosen. */
export const UnitFields = ({ order, form, most, asks, isAll }: Props) => (
  <fieldset>
    <legend>{asks}</legend>
    {order.lines
      .filter((line) => most(line) > 0)
      .map((line) => (
        <Field
          key={line.id}
          name={fieldOf(line)}
          label={`Line ${line.id}, ${line.sku}: up to ${most(line)}`}
          type="number"
          min={0}
          max={most(line)}
          value={form.get(fieldOf(line)) ?? (isAll ? most(line) : 0)}
        />
      ))}
  </fieldset>
);

/** The units chosen. What is no number is left to the API to refuse, with all that is wrong. */
export const unitsIn = ({ lines }: Order, form: URLSearchParams): Units[] => {
  const chosen = lines
    .map((line) => ({ id: line.id, given: textIn(form, fieldOf(line)) }))
    .filter(({ given }) => given !== '' && given !== '0')
    .map(({ id, given }) => ({ id, quantity: Number(given) }));
  if (chosen.length === 0) throw refuse('Choose at least one unit.');
  return chosen;
};

export const UnitList = ({ units, order }: { units: readonly Units[]; order: Order }) => (
  <ul>
    {units.map(({ id, quantity }) => (
      <li key={id}>
        {quantity} of line <span className="id">{id}</span> ({skuOf(order, id)})
      </li>
    ))}
  </ul>
);

const skuOf = ({ lines }: Order, id: string): string =>
  lines.find((line) => line.id === id)?.sku ?? 'unknown';

const fieldOf = ({ id }: { id: string }): string => `line-${id}`;
