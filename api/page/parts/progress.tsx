import type { Words } from '../../../emails/words/lexicon.ts';
import type { Phase } from '../../../workflows/domain/backorder/snapshot.ts';

const placeOf: Record<Exclude<Phase, 'cancelled'>, number> = {
  awaiting_stock: 1,
  awaiting_payment: 2,
  ready_to_ship: 3,
  shipped: 4,
};

type Props = { words: Words; phase: Phase; isFree: boolean };

/** The way of an order, with the step it has come to. One that costs nothing has no payment. */
export const Progress = ({ words, phase, isFree }: Props) => {
  const say = words.say.statusPage;
  return (
    <ol className="progress" aria-label={say.progress()}>
      {phase === 'cancelled' ? (
        <Cancelled say={say} />
      ) : (
        <Steps say={say} place={placeOf[phase]} isFree={isFree} />
      )}
    </ol>
  );
};

type Say = Words['say']['statusPage'];

const Steps = ({ say, place, isFree }: { say: Say; place: number; isFree: boolean }) =>
  (['stepPlaced', 'stepWaiting', 'stepPayment', 'stepReady', 'stepShipped'] as const).map(
    (step, index) =>
      isFree && step === 'stepPayment' ? null : (
        <li
          key={step}
          className={index < place ? 'done' : undefined}
          aria-current={index === place ? 'step' : undefined}
        >
          {say[step]()}
          {index < place && <Done say={say} />}
        </li>
      ),
  );

const Cancelled = ({ say }: { say: Say }) => (
  <>
    <li className="done">
      {say.stepPlaced()}
      <Done say={say} />
    </li>
    <li className="stopped" aria-current="step">
      {say.stepCanceled()}
    </li>
  </>
);

const Done = ({ say }: { say: Say }) => <span className="hidden"> {say.stepDone()}</span>;
