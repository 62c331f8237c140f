import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import { Forbidden, type Network } from './address.ts';
import { isRefused, lookupIn } from './judged-lookup.ts';

type Question = {
  method: string;
  headers: Record<string, string>;
  body?: string;
  /** It follows nobody. */
  redirect: 'manual';
  signal: AbortSignal;
};

/**
 * Asks as `fetch` does. Each new connection goes to an address that was resolved and judged for it,
 * so that a name that changes in between leads nowhere else.
 */
export const createAsk = (network: Network) => {
  const plain = new http.Agent({ keepAlive: true });
  const secure = new https.Agent({ keepAlive: true });
  return (url: URL, { method, headers, body, signal }: Question): Promise<Response> =>
    new Promise((done, fail) => {
      if (isRefused(url, network)) return fail(new Forbidden('not to there'));
      const isSecure = url.protocol === 'https:';
      const { request } = isSecure ? https : http;
      const sent = request(url, {
        ...{ method, signal, agent: isSecure ? secure : plain, lookup: lookupIn(url, network) },
        headers: { ...headers, 'content-length': Buffer.byteLength(body ?? '') },
      });
      sent.on('error', fail);
      sent.once('response', (answer) => {
        try {
          done(responseOf(answer));
        } catch (error) {
          // A status that there is not.
          answer.destroy();
          fail(error);
        }
      });
      sent.end(body);
    });
};

const bodiless = [204, 205, 304];

const responseOf = (answer: http.IncomingMessage): Response => {
  const { statusCode: status = 0, headersDistinct } = answer;
  const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const isBodiless = bodiless.includes(status);
  if (isBodiless) answer.resume();
  const body = isBodiless ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>);
  return new Response(body, { status, headers });
};
