import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the guard is told. */
export type Guarded = {
  command: string;
  args: string[];
  cwd?: string | undefined;
  uid?: number | undefined;
  gid?: number | undefined;
  /** Whether the command is a Node program that speaks over IPC. */
  ipc?: boolean | undefined;
  stopSignal: NodeJS.Signals;
  graceMs: number;
};

/** What the guard tells: the command's pid, then whatever the command says over IPC. */
export type FromGuard = { pid: number | undefined } | { message: unknown };

export type Command = Guarded & {
  env?: NodeJS.ProcessEnv | undefined;
  /** A file descriptor that takes everything the command prints, or a pipe for whoever listens. */
  output: number | 'pipe';
};

export type Launched = {
  /** The command's own pid; rejects when it could not be started. */
  pid: Promise<number>;
  /** Its exit code (128 + n when signal n ended it); never rejects. */
  exited: Promise<number>;
  output: ChildProcess['stdout'];
  errors: ChildProcess['stderr'];
  onMessage(listener: (message: unknown) => void): void;
  /** Asks it to stop, insists after its grace; safe to repeat. Resolves once it is gone. */
  stop(): Promise<number>;
  /** Ends it as a crash would, with no time for anything. Resolves once it is gone. */
  kill(): Promise<number>;
};

const guardFile = fileURLToPath(new URL('./guard.mjs', import.meta.url));

const running = new Set<Launched>();

/** Ends all that this process has launched and that still runs. */
export async function stopAllLaunched(): Promise<void> {
  await Promise.all([...running].map((launched) => launched.stop()));
}

/** Starts a command under a guard, so that it ends when this process does, even by kill -9. */
export function launch({ env, output, ...command }: Command): Launched {
  const guard = spawn(process.execPath, [guardFile, JSON.stringify(command)], {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
  });
  const listeners: Array<(message: unknown) => void> = [];
  const exited = new Promise<number>((resolve) => {
    guard.once('error', () => resolve(127));
    guard.once('exit', (code) => resolve(code ?? 137));
  });
  const pid = new Promise<number>((resolve, reject) => {
    guard.on('message', (sent: FromGuard) => {
      if ('message' in sent) for (const listener of listeners) listener(sent.message);
      else if (sent.pid !== undefined) resolve(sent.pid);
    });
    exited.then(() => reject(new Error(`${command.command} could not be started`)));
  });
  pid.catch(() => undefined);

  const launched: Launched = {
    pid,
    exited,
    output: guard.stdout,
    errors: guard.stderr,
    onMessage: (listener) => listeners.push(listener),
    async stop() {
      if (guard.connected) guard.send('stop', () => undefined);
      return exited;
    },
    async kill() {
      process.kill(await pid, 'SIGKILL');
      return exited;
    },
  };
  running.add(launched);
  exited.then(() => running.delete(launched));
  return launched;
}
