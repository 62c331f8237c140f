import { execFile } from 'node:child_process';
import { closeSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parseDevConfig } from '../../../dev/config.ts';
import { startPostgres } from '../../../dev/postgres/server.ts';
import { type Launched, launch } from '../../../dev/service/launch.ts';
import { openLog, readTail } from '../../../dev/service/log-file.ts';
import { get, type Service, type Services } from './compose.ts';
import type { Image } from './image.ts';
import { type Addresses, placeOf } from './places.ts';

const run = promisify(execFile);

/** What stands for the containers of compose.yaml where no engine is. */
type Stage = {
  services: Services;
  images: Map<string, Image>;
  /** What .env holds. */
  envFile: Record<string, string>;
  /** Takes volumes and logs. */
  folder: string;
  addresses: Addresses;
};

/** A service that goes on running. `stop` resolves with its exit code. */
export type Running = { stop(): Promise<number> };

/**
 * Starts one service with its own command and environment, its ports moved to free ones on
 * loopback. Resolves when its own health check says so, or, where it has none, when it has ended
 * well; then there is nothing to stop.
 */
export const startContainer = async (stage: Stage, name: string): Promise<Running | undefined> => {
  const service = get(stage.services, name);
  if (service.image?.startsWith('postgres:')) return startDatabase(stage, service);
  const process = describe(stage, name);
  if (!service.healthcheck) {
    const [command = '', ...args] = process.command;
    await run(command, args, { cwd: process.cwd, env: process.env });
    return undefined;
  }
  return startProcess(process, service);
};

/** Whether the check that the image itself brings finds a service well. */
export const isWellByImage = async (stage: Stage, name: string): Promise<boolean> => {
  const { cwd, env } = describe(stage, name);
  const check = imageOf(stage, get(stage.services, name))?.healthcheck ?? [];
  const [program = '', ...args] = programOf(check).map(placeOf(stage, name));
  return run(program, args, { cwd, env }).then(
    () => true,
    () => false,
  );
};

/** What a command says in a service's image and environment, as by `docker compose run`. */
export const runOnce = async (
  stage: Stage,
  name: string,
  command: readonly string[],
): Promise<string> => {
  const { cwd, env } = describe(stage, name);
  const [program = '', ...args] = programOf([...command]);
  const { stdout } = await run(program, args, { cwd, env });
  return stdout;
};

/** PostgreSQL's own image makes the role and the database that its variables name; so do we. */
const startDatabase = async ({ folder, addresses }: Stage, service: Service): Promise<Running> => {
  const { POSTGRES_USER: user, POSTGRES_DB: database } = service.environment ?? {};
  const port = addresses.get(5432) ?? 0;
  const home = join(folder, 'postgres');
  mkdirSync(home, { recursive: true });
  const server = await startPostgres({ home, port, durable: false });
  const made = `postgres://${user}@127.0.0.1:${port}/${database}`;
  if (made !== server.url) throw new Error(`the role or database is not that of ${server.url}`);
  return {
    stop: async () => {
      await server.stop();
      return 0;
    },
  };
};

type Process = {
  name: string;
  command: string[];
  health: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  home: string;
};

const describe = (stage: Stage, name: string): Process => {
  const { folder, envFile } = stage;
  const service = get(stage.services, name);
  const image = imageOf(stage, service);
  const place = placeOf(stage, name);
  const given = {
    ...image?.env,
    ...(service.env_file ? envFile : {}),
    ...service.environment,
  };
  const moved = Object.entries(given).map(([key, value]) => [key, place(String(value))]);
  const command = service.command ?? image?.command ?? [];
  return {
    name,
    command: programOf(image ? command : ['temporal', ...command]).map(place),
    health: programOf(service.healthcheck?.test.slice(1) ?? []).map(place),
    cwd: image ? join(image.root, image.workdir) : folder,
    env: { PATH: process.env.PATH, HOME: folder, ...Object.fromEntries(moved) },
    home: folder,
  };
};

const imageOf = ({ images }: Stage, { build, image }: Service): Image | undefined => {
  if (!build) return undefined;
  const target = typeof build === 'string' ? [...images.keys()].at(-1) : build.target;
  const found = images.get(target ?? '');
  if (!found || image) throw new Error(`there is no stage ${target} in the Dockerfile`);
  return found;
};

/** The programs that containers find on their PATH. */
const programOf = ([name = '', ...args]: string[]): string[] => {
  const temporal = join(parseDevConfig({}).home, 'bin', 'temporal');
  const programs: Record<string, string> = { node: process.execPath, temporal };
  return name === '' ? [] : [programs[name] ?? name, ...args];
};

const startProcess = async (described: Process, service: Service): Promise<Running> => {
  const { name, command, cwd, env, home } = described;
  mkdirSync(join(home, 'logs'), { recursive: true });
  const log = openLog(home, name);
  const [program = '', ...args] = command;
  const graceMs = Number.parseInt(service.stop_grace_period ?? '10s', 10) * 1_000;
  const launched = launch({
    ...{ command: program, args, cwd, env, output: log.descriptor },
    ...{ stopSignal: 'SIGTERM', graceMs },
  });
  closeSync(log.descriptor);
  if (await becomesHealthy(described, launched)) return launched;
  const code = await launched.exited;
  throw new Error(`${name} ended with ${code} before it was healthy:\n${readTail(log.path)}`);
};

const becomesHealthy = async ({ health, cwd, env }: Process, launched: Launched) => {
  let hasEnded = false;
  launched.exited.then(() => {
    hasEnded = true;
  });
  const [program = '', ...args] = health;
  while (!hasEnded) {
    const isHealthy = await run(program, args, { cwd, env }).catch(() => undefined);
    if (isHealthy) return !hasEnded;
    await sleep(200);
  }
  return false;
};
