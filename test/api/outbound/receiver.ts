import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** One post as it came. */
export type Post = { headers: Record<string, string>; body: string; path: string };

export type Receiver = {
  url: string;
  posts: Post[];
  /** How it answers from now on; a number is a status. */
  answer: number | ((request: IncomingMessage, response: ServerResponse) => void);
  close(): Promise<void>;
};

/** Somebody else's server on this computer. */
export const startReceiver = async (): Promise<Receiver> => {
  const posts: Post[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    posts.push({
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks).toString(),
      path: request.url ?? '',
    });
    const { answer } = receiver;
    if (typeof answer === 'number') response.writeHead(answer).end();
    else answer(request, response);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    posts,
    answer: 204,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return receiver;
};

/** What a post says, once its signature has been verified. */
export const verified = (secret: string, { body, headers }: Post) =>
  new Webhook(secret).verify(body, headers) as {
    type: string;
    timestamp: string;
    // biome-ignore lint/suspicious/noExplicitAny: JSON of any shape.
    data: any;
  };
