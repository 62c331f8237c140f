/**
 * How long a test waits for what must happen. Only one that fails waits so long: on a machine that
 * is busy eight times over, things take eight times as long and are none the worse for it.
 */
export const patienceMs = 60_000;
