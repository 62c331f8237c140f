import type { Phase } from '../../../workflows/domain/backorder/snapshot.ts';

const steps = ['Placed', 'Waiting for stock', 'Payment', 'Ready to ship', 'Shipped'];

const placeOf: Record<Exclude<Phase, 'cancelled'>, number> = {
  awaiting_stock: 1,
  awaiting_payment: 2,
  ready_to_ship: 3,
  shipped: 4,
};

/** The way of an order, with the step it has come to. */
export const Progress = ({ phase }: { phase: Phase }) => (
  <ol className="progress" aria-label="Order progress">
    {phase === 'cancelled' ? <Cancelled /> : <Steps place={placeOf[phase]} />}
  </ol>
);

const Steps = ({ place }: { place: number }) =>
  steps.map((step, index) => (
    <li
      key={step}
      className={index < place ? 'done' : undefined}
      aria-current={index === place ? 'step' : undefined}
    >
      {step}
      {index < place && <span className="hidden">, done</span>}
    </li>
  ));

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
