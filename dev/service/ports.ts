import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port of 127.0.0.1 that is free now. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no TCP port to be had');
  return address.port;
}

/** Throws one error that names every port in use, once the patience given has run out. */
export async function requireFreePorts(
  ports: Record<string, number>,
  patienceMs = 0,
): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const taken: string[] = [];
    for (const [name, port] of Object.entries(ports)) {
      if (!(await isFree(port))) taken.push(`  port ${port}: end what uses it, or set ${name}`);
    }
    if (taken.length === 0) return;
    if (Date.now() >= end) throw new Error(`These ports are in use:\n${taken.join('\n')}`);
    await sleep(200);
  }
}

/** The port if it is free, else 0, with which a process takes any that is. */
export async function freeOrAny(port: number): Promise<number> {
  return (await isFree(port)) ? port : 0;
}

async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port));
}

function canListen(port: number, host?: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}
