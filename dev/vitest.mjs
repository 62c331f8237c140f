/** vitest, in plain text unless a person watches: it would colour whatever runs where CI is set. */
if (!process.stdout.isTTY) process.env.NO_COLOR = '1';
await import(new URL('../node_modules/vitest/vitest.mjs', import.meta.url).href);
