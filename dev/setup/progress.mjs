const everyMs = 10_000;

/**
 * Runs something long and says so: at its start, every ten seconds, and at its end.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 */
export async function withProgress(label, work) {
  const startedAt = Date.now();
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  say(`${label}…`);
  const ticking = setInterval(() => say(`${label}… ${seconds()}`), everyMs);
  try {
    const result = await work();
    say(`${label}: done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(ticking);
  }
}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}
