import http from 'node:http';
import https from 'node:https';
import { Forbidden, type Network } from './address.ts';
import { isRefused, lookupIn } from './judged-lookup.ts';

/** The status that was answered, or a short reason why there was none. */
export type Answer = { status: number; error: null } | { status: null; error: string };

export type Sender = {
  /** Posts it once and follows nobody. Never throws; undefined when it was broken off by `signal`. */
  post(letter: Letter): Promise<Answer | undefined>;
  /** Gives its connections up. */
  close(): void;
};

export type Letter = { headers: Record<string, string>; body: string; signal: AbortSignal };

/** What is read of an answer, and for how long, so that its connection may serve again. */
const mostBytes = 64 * 1024;
const drainMs = 2_000;

/**
 * Sends to one endpoint, over connections that are used again. Each new one goes to an address that
 * was resolved and judged for it, so that a name that changes in between leads nowhere else.
 */
export const createSender = (
  target: string,
  { network, timeoutMs, sockets }: { network: Network; timeoutMs: number; sockets: number },
): Sender => {
  const url = new URL(target);
  const { Agent, request } = url.protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const lookup = lookupIn(url, network);
  const post = ({ headers, body, signal }: Letter): Promise<Answer | undefined> =>
    new Promise((done) => {
      if (isRefused(url, network)) return done(failure(new Forbidden('not to there')));
      const sent = request(url, {
        method: 'POST',
        agent,
        lookup,
        signal,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      const late = setTimeout(() => sent.destroy(timedOut()), timeoutMs);
      sent.once('response', (answer) => {
        clearTimeout(late);
        throwAway(answer);
        done({ status: answer.statusCode ?? 0, error: null });
      });
      sent.on('error', (error) => {
        clearTimeout(late);
        done(signal.aborted ? undefined : failure(error));
      });
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
};

const timedOut = (): Error => Object.assign(new Error('no answer in time'), { code: 'TIMEOUT' });

/** Nobody reads it. */
const throwAway = (answer: http.IncomingMessage): void => {
  let bytes = 0;
  const late = setTimeout(() => answer.destroy(), drainMs).unref();
  answer.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) answer.destroy();
  });
  answer.once('close', () => clearTimeout(late));
  answer.on('error', () => {});
};

const failure = (error: Error): Answer => ({ status: null, error: reasonOf(error) });

const reasons: Readonly<Record<string, string>> = {
  FORBIDDEN_ADDRESS: 'forbidden_address',
  TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
  ENOTFOUND: 'unknown_host',
  EAI_AGAIN: 'unknown_host',
  ECONNREFUSED: 'refused',
};

/** A word of ours: what came from there is neither kept nor logged. */
const reasonOf = (error: Error): string => {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = reasons[code];
  if (known !== undefined) return known;
  if (/^HPE_/.test(code)) return 'not_http';
  return /CERT|TLS|SSL|ALTNAME|SIGNATURE|ISSUER/.test(code) ? 'tls' : 'connection';
};
