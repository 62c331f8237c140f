/**
 * Runs one command for as long as the process that started it lives. When the channel to that
 * process closes, however it ended (even by kill -9), the command is asked to stop and after its
 * grace made to. Started by `launch.ts` with the command as JSON in the first argument.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {import('./launch.ts').Guarded} */
const { command, args, cwd, uid, gid, ipc, stopSignal, graceMs } = JSON.parse(
  process.argv[2] ?? '',
);

/** @type {import('node:child_process').StdioOptions} */
const stdio = ['ignore', 'inherit', 'inherit', ...(ipc ? [/** @type {const} */ ('ipc')] : [])];

// In its own process group, so that Ctrl-C in the terminal reaches only whoever decides the order.
const child = spawn(command, args, { cwd, uid, gid, detached: true, stdio });

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  child.kill(stopSignal);
  setTimeout(killGroup, graceMs).unref();
}

function killGroup() {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** @param {import('./launch.ts').FromGuard} message */
function tell(message) {
  if (process.connected) process.send?.(message);
}
// Whoever started us may be gone between that look and the sending.
process.on('error', stop);

child.on('spawn', () => tell({ pid: child.pid }));
child.on('error', (error) => {
  process.stderr.write(`${command}: ${error.message}\n`);
  process.exit(127);
});
child.on('message', (message) => tell({ message }));
child.on('exit', (code, signal) =>
  process.exit(code ?? 128 + constants.signals[signal ?? 'SIGKILL']),
);

process.on('message', stop);
process.on('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
if (!process.connected) stop();
