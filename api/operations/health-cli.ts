import process from 'node:process';

/**
 * `node dist/api/operations/health-cli.js <url>`: ends with 0 when the URL answers 2xx within three
 * seconds, else with 1. Health checks of containers run it, for the image has no curl.
 */
const url = process.argv[2] ?? 'http://127.0.0.1:3000/healthz';
const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
process.exitCode = answer?.ok ? 0 : 1;
