import { spawn } from 'node:child_process';

/**
 * Runs a command to its end and returns what it printed; rejects with its last lines, or when it
 * takes longer than the minutes allowed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, minutes?: number }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, { cwd, minutes = 10 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const givingUp = setTimeout(() => child.kill(), minutes * 60_000);
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    child.stderr.on('data', (chunk) => {
      printed += chunk;
    });
    child.on('error', (error) => {
      clearTimeout(givingUp);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(givingUp);
      if (code === 0) resolve(printed);
      else
        reject(new Error(`${command} ${args[0]} ended with ${code ?? signal}: ${tail(printed)}`));
    });
  });
}

/** @param {string} text */
function tail(text) {
  return text.trim().split('\n').slice(-12).join('\n');
}
