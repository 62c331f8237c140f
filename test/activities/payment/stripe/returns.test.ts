import { expect, test } from 'vitest';
import {
  findDisputeView,
  findFraudWarningView,
} from '../../../../activities/payment/stripe/returns.ts';

test.each([
  ['needs_response', 'open', false],
  ['under_review', 'open', false],
  ['appeal_under_review', 'open', false],
  ['won', 'won', false],
  ['lost', 'lost', false],
  ['prevented', 'lost', false],
  ['warning_needs_response', 'open', true],
  ['warning_under_review', 'open', true],
  ['warning_closed', 'won', true],
  ['a_status_of_tomorrow', 'open', false],
])('a dispute that is %s is %s', (status, expected, isInquiry) => {
  const dispute = { id: 'du_1', object: 'dispute', amount: 13800, currency: 'usd', status };
  expect(findDisputeView(dispute)).toEqual({
    disputeId: 'du_1',
    status: expected,
    isInquiry,
    amount: { amount: 13800, currency: 'USD' },
  });
});

test('a fraud warning says whether something can still be done', () => {
  const warning = { id: 'issfr_1', object: 'radar.early_fraud_warning', actionable: true };
  expect(findFraudWarningView(warning)).toEqual({ warningId: 'issfr_1', isActionable: true });
  expect(findFraudWarningView({ ...warning, object: 'charge' })).toBeUndefined();
});
