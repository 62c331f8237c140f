import type { Phase } from '../../../workflows/domain/backorder/snapshot.ts';

const payment = 'Payment';

const steps = ['Placed', 'Waiting for stock', payment, 'Ready to ship', 'Shipped'];

const placeOf: Record<Exclude<Phase, 'cancelled'>, number> = {
  awaiting_stock: 1,
  awaiting_payment: 2,
  ready_to_ship: 3,
  shipped: 4,
};

type Props = { phase: Phase; isFree: boolean };

/** The way of an order, with the step it has come to. One that costs nothing has no payment. */
export const Progress = ({ phase, isFree }: Props) => (
  <ol className="progress" aria-label="Order progress">
    {phase === 'cancelled' ? <Cancelled /> : <Steps place={placeOf[phase]} isFree={isFree} />}
  </ol>
);

const Steps = ({ place, isFree }: { place: number; isFree: boolean }) =>
  steps.map((step, index) =>
    isFree && step === payment ? null : (
      <li
        key={step}
        className={index < place ? 'done' : undefined}
        aria-current={index === place ? 'step' : undefined}
      >
        {step}
        {index < place && <span className="hidden">, done</span>}
      </li>
    ),
  );

const Cancelled = () => (
  <>
    <li className="done">
      Placed<span className="hidden">, done</span>
    </li>
    <li className="stopped" aria-current="step">
      Canceled
    </li>
  </>
);
