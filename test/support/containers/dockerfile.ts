import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../dev/config.ts';

/** One line of a Dockerfile: `COPY`, `RUN` … and what follows. */
export type Instruction = { does: string; what: string };

/** From one `FROM` to the next. */
export type Stage = { name: string; base: string; instructions: Instruction[] };

/** The stages of the Dockerfile in their order. One without a name is called by its number. */
export const readDockerfile = (): Stage[] => {
  const text = readFileSync(join(projectRoot, 'Dockerfile'), 'utf8');
  const stages: Stage[] = [];
  for (const { does, what } of instructionsIn(text)) {
    if (does === 'FROM') {
      const [base = '', , name = String(stages.length)] = what.split(' ');
      stages.push({ name, base, instructions: [] });
    } else {
      stages.at(-1)?.instructions.push({ does, what });
    }
  }
  return stages;
};

const instructionsIn = (text: string): Instruction[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\s*\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, does = '', what = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      return { does, what };
    });

/** The paths that .dockerignore keeps out of the build; names of the top folder, or `*.suffix`. */
export const readDockerignore = (): string[] =>
  readFileSync(join(projectRoot, '.dockerignore'), 'utf8').split('\n').filter(Boolean);

/** Whether a path from the root is kept out. */
export const isIgnored = (path: string, patterns: string[]): boolean =>
  patterns.some((pattern) =>
    pattern.startsWith('*')
      ? !path.includes('/') && path.endsWith(pattern.slice(1))
      : path === pattern || path.startsWith(`${pattern}/`),
  );
