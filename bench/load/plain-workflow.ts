import { condition, defineSignal, setHandler } from '@temporalio/workflow';

export const go = defineSignal('go');

/** The least that waits for something: it starts, hears one signal, and ends. */
export async function plain(): Promise<void> {
  let isTold = false;
  setHandler(go, () => {
    isTold = true;
  });
  await condition(() => isTold);
}
