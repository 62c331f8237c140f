import type { HTTPException } from 'hono/http-exception';
import type { RefusalCode, Request } from '../../workflows/domain/backorder/request.ts';
import { problem } from '../http/problem.ts';

/** The problem that answers a refused request, in words about that request. */
export const refusal = ({ type }: Request, code: RefusalCode): HTTPException => {
  const detail = details[type]?.[code];
  if (code === 'until_too_early') return tooEarly(noEarlier);
  return problem(code, { ...(detail !== undefined && { detail }) });
};

const noEarlier = 'The newest notice names a later date, or none and came in place of a later one';

/** The 422 to a day that comes before one that it has to reach. */
export const tooEarly = (detail: string): HTTPException =>
  problem('until_too_early', { detail, errors: [{ pointer: '/until', detail }] });

const kept = 'The report is kept, and a person is asked.';

/** Words for codes that refuse several acts. Other codes speak for themselves. */
const details: Partial<Record<Request['type'], Partial<Record<RefusalCode, string>>>> = {
  CancelBackorder: {
    already_shipped: 'What has left cannot be cancelled any more.',
    nothing_to_cancel: 'Fewer units are open than it names, or none is left to cancel.',
  },
  ReportShipment: {
    not_ready_to_ship: `The units are not firm and paid for, or have left before. ${kept}`,
    cancelled: `What it names was cancelled before. ${kept}`,
    on_hold: `The shop holds this backorder, or has to look at its money first. ${kept}`,
  },
  ChangePromise: {
    already_shipped: 'Everything has left, so there is nothing to promise a date for.',
    cancelled: 'It was cancelled before, so there is nothing to promise a date for.',
  },
  AnswerNotice: {
    nothing_to_answer: 'No notice of a delay waits for an answer, or everything has ended.',
  },
  SetFurtherPeriod: {
    nothing_to_answer:
      'A further period can be set once a date was missed, under the law of the Union or the United Kingdom.',
  },
  SuspendBackorder: {
    already_shipped: 'Everything has left, so there is nothing to hold.',
    cancelled: 'It was cancelled before, so there is nothing to hold.',
  },
  ResumeBackorder: {
    nothing_to_release: 'The backorder is not on hold, or has ended, which leaves nothing to hold.',
  },
  ChangePaymentMethod: {
    already_shipped: 'Everything has left and nothing more is charged, so no method is needed.',
    cancelled: 'It was cancelled before and nothing more is charged, so no method is needed.',
    nothing_to_pay: 'The order costs nothing, or the shop holds its money: no method is needed.',
  },
};
