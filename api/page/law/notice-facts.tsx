import { Filled, slot } from '../../html/filled.tsx';
import { dayOf, type OrderPage } from '../parts/order-page.ts';
import { reasonWords } from '../words/reason.ts';
import { silenceWords } from './notice-words.ts';
import type { OpenNotice } from './standing.ts';

type Props = { page: OrderPage; notice: OpenNotice };

/** What a notice says: the dates side by side, the reason, and what silence means. */
export const NoticeFacts = ({ page, notice }: Props) => {
  const { delayNotice, lawNotice } = page.words.say;
  const { before = null, reason = null } = page.notice ?? {};
  return (
    <>
      <dl className="dates-beside">
        {before !== null && (
          <div>
            <dt>{delayNotice.before()}</dt>
            <dd>{dayOf(page, before)}</dd>
          </div>
        )}
        <div>
          <dt>{delayNotice.now()}</dt>
          <dd>{notice.newOn === null ? lawNotice.unknown() : dayOf(page, notice.newOn)}</dd>
        </div>
      </dl>
      {notice.newOn === null && <p>{delayNotice.noNewDate()}</p>}
      {reason !== null && reason !== '' && (
        <p>
          <Filled text={delayNotice.reason({ reason: slot })}>
            <bdi>{reasonWords(page, reason)}</bdi>
          </Filled>
        </p>
      )}
      <p>
        <strong>{delayNotice.ifSilent()}</strong>
        <br />
        {silenceWords(page, notice)}
      </p>
    </>
  );
};
