/**
 * Loaded into every thread of a process that is measured. At SIGUSR2 each thread collects its
 * garbage, and the process tells over IPC what is left. Plain Node, since threads load nothing else.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/** @typedef {{ heapBytes: number, residentBytes: number }} Memory */

const answerMs = 3_000;
/** Code that was not run lately is dropped too, but only after it has survived a few times. */
const collections = 8;
const channel = new BroadcastChannel('memory');
let heapBytes = 0;

const collect = () => {
  for (let times = 0; times < collections; times++) globalThis.gc?.();
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
};

const tell = async () => {
  heapBytes = collect();
  channel.postMessage('collect');
  await sleep(answerMs);
  process.send?.({ heapBytes, residentBytes: process.memoryUsage.rss() });
};

/** @param {{ data: unknown }} message */
channel.onmessage = ({ data }) => {
  if (isMainThread) heapBytes += Number(data);
  else if (data === 'collect') channel.postMessage(collect());
};
channel.unref();

if (isMainThread) process.on('SIGUSR2', () => void tell());
