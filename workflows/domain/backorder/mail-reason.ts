/** Why a mail was not sent. What `no_address` to `capped` mean is about the address. */
export type SkipReason =
  | 'no_address'
  | 'erased'
  | 'suppressed'
  | 'unsubscribed'
  | 'trial'
  | 'control'
  | 'paused'
  | 'capped'
  | 'stale'
  | 'superseded'
  | 'order_closed'
  | 'payment_problem'
  | 'payment_recovered'
  | 'card_wanted'
  | 'card_given'
  | 'no_longer_waiting'
  | 'already_shipped'
  | 'taken_back'
  | 'came_back';

/** Why a mail waits. `merged`: another mail that is being sent says the same. */
export type HoldReason = 'on_hold' | 'paused' | 'quiet_hours' | 'capped' | 'merged';
