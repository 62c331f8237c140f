import type { Wait } from '../../../workflows/domain/mail/standing.ts';
import type { OrderPage } from './order-page.ts';

type Props = { page: OrderPage; wait: Wait; endsOn: string };

/** The wait as a bar from placing to the promised day, which stands at its end. */
export const WaitBar = ({ page, wait: { day, days }, endsOn }: Props) => {
  const say = page.words.say.statusPage;
  return (
    <>
      <div className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round((100 * day) / days)}%` }} />
      </div>
      <p className="ends">
        <span>{say.wait({ day, days })}</span>
        <span>{endsOn}</span>
      </p>
    </>
  );
};
