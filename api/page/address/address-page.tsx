import type { Site } from '../../html/site.ts';
import type { OrderPage } from '../parts/order-page.ts';
import { Field, plainPage } from '../parts/plain-page.tsx';

export type Fault = 'invalid' | 'same' | 'tooMany';

/**
 * `path` is where the order's page is served. `formId` names what the form asks for, so that the
 * button pressed twice asks once. `fault`: why what was `entered` is not taken.
 */
type Props = Site & {
  page: OrderPage;
  path: string;
  formId: string;
  isAsked: boolean;
  entered?: string;
  fault?: Fault;
};

/** Asks for a new mail address. Showing it changes nothing, nor does its form by itself. */
export const addressPage = ({ page, path, formId, isAsked, entered, fault, ...site }: Props) => {
  const say = site.words.say.addressPage;
  return plainPage({
    ...site,
    title: say.title(),
    children: (
      <>
        {isAsked && (
          <p className="notice" role="status">
            {say.asked()}
          </p>
        )}
        <p>{say.intro({ orderId: page.order.orderId })}</p>
        <form method="post" action={`${path}/address`}>
          <input type="hidden" name="formId" value={formId} />
          <Field
            name="email"
            type="email"
            label={say.email()}
            value={entered ?? ''}
            fault={fault && say[fault]()}
          />
          <p>
            <button className="button go" type="submit">
              {say.send()}
            </button>
            <a href={path}>{say.back()}</a>
          </p>
        </form>
      </>
    ),
  });
};
