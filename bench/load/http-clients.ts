import { Agent, type IncomingMessage, request } from 'node:http';
import { apiKey } from '../servers/api.ts';

export type Answer = { status: number; text: string };

export type HttpClients = {
  post(path: string, body: object): Promise<Answer>;
  put(path: string, body: object): Promise<Answer>;
  close(): void;
};

/** So many connections that stay open, used in turn by whoever calls. */
export const openHttpClients = (origin: string, connections: number): HttpClients => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(origin);
  const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
  const send = (method: 'POST' | 'PUT', path: string, body: object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const length = { 'Content-Length': Buffer.byteLength(text) };
      const options = { agent, hostname, port, path, method };
      const sent = request({ ...options, headers: { ...headers, ...length } }, (response) => {
        readAll(response).then(resolve, reject);
      });
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server may give up an idle connection just when it is used again; repeating is safe.
        const wasGivenUp = sent.reusedSocket && error.code === 'ECONNRESET';
        if (wasGivenUp) send(method, path, body).then(resolve, reject);
        else reject(error);
      });
      sent.end(text);
    });
  return {
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    close: () => agent.destroy(),
  };
};

const readAll = async (response: IncomingMessage): Promise<Answer> => {
  response.setEncoding('utf8');
  let text = '';
  for await (const part of response) text += part;
  return { status: response.statusCode ?? 0, text };
};
