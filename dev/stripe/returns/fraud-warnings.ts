import { Hono } from 'hono';
import type { Endpoint } from '../http/endpoint.ts';
import { missing } from '../http/errors.ts';
import { createdIn, listPage, ofCharge } from '../http/lists.ts';
import { listOfCharge, readParams } from '../http/params.ts';
import { newId } from '../ids.ts';
import type { Charge } from '../records/charge.ts';
import type { FraudWarning } from '../records/fraud-warning.ts';
import type { Store } from '../store.ts';

/** `/v1/radar/early_fraud_warnings`: reading only. */
export const fraudWarningRoutes = (endpoint: Endpoint, store: Store): Hono =>
  new Hono()
    .get(
      '/',
      endpoint(({ form, path }) => {
        const params = readParams(listOfCharge, form);
        const all = store
          .list('fraud_warning')
          .filter(ofCharge(params))
          .filter(createdIn(params.created));
        const page = listPage(path, all, params);
        return { ...page, data: page.data.map((warning) => asOfNow(store, warning)) };
      }),
    )
    .get(
      '/:id',
      endpoint(({ id }) => {
        const warning = store.find('fraud_warning', id);
        if (!warning) throw missing('early_fraud_warning', id);
        return asOfNow(store, warning);
      }),
    );

/** The issuer reports the charge as fraud; no money moves. */
export const warnOfFraud = (store: Store, charge: Charge, nowMs: number): FraudWarning => {
  const warning: FraudWarning = {
    id: newId('issfr'),
    object: 'radar.early_fraud_warning',
    actionable: true,
    charge: charge.id,
    created: Math.floor(nowMs / 1000),
    fraud_type: 'unauthorized_use_of_card',
    livemode: false,
    payment_intent: charge.payment_intent,
  };
  store.put('fraud_warning', warning);
  return warning;
};

/** Once the charge is disputed or wholly refunded, there is nothing left to do. */
const asOfNow = (store: Store, warning: FraudWarning): FraudWarning => {
  const charge = store.find('charge', warning.charge);
  return { ...warning, actionable: !charge?.disputed && !charge?.refunded };
};
