import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../../dev/config.ts';
import { isIgnored, readDockerfile, readDockerignore, type Stage } from './dockerfile.ts';

const run = promisify(execFile);

/** What a stage of the Dockerfile came to, as a folder that stands for its root. */
export type Image = {
  root: string;
  workdir: string;
  env: Record<string, string>;
  command: string[];
  /** What the image itself says of its health, where compose.yaml says nothing else. */
  healthcheck: string[];
};

/**
 * Builds every stage of the Dockerfile by hand, in a folder of its own under `folder`: with this
 * computer's Node and without the packages of the system, which only a container can have.
 */
export const buildImages = async (folder: string): Promise<Map<string, Image>> => {
  const building: Building = new Map();
  for (const stage of readDockerfile()) {
    building.set(stage.name, buildStage(stage, join(folder, stage.name), building));
  }
  const built = [...building].map(async ([name, image]) => [name, await image] as const);
  return new Map(await Promise.all(built));
};

/** Stages that need nothing of each other are built at the same time, as an engine does it. */
type Building = Map<string, Promise<Image>>;

const buildStage = async (
  { instructions }: Stage,
  root: string,
  earlier: Building,
): Promise<Image> => {
  const image: Image = { root, workdir: '/', env: {}, command: [], healthcheck: [] };
  for (const { does, what } of instructions) {
    if (does === 'WORKDIR') image.workdir = what;
    else if (does === 'ENV') Object.assign(image.env, Object.fromEntries([what.split('=')]));
    else if (does === 'CMD') image.command = JSON.parse(what);
    else if (does === 'HEALTHCHECK') image.healthcheck = JSON.parse(what.replace(/^.*?CMD /, ''));
    else if (does === 'COPY') await copy(image, what, earlier);
    else if (does === 'RUN') await carryOut(image, what);
    else if (!['EXPOSE', 'USER'].includes(does))
      throw new Error(`nobody here knows how to ${does}`);
  }
  return image;
};

const placeIn = ({ root, workdir }: Image): string => {
  const place = join(root, workdir);
  mkdirSync(place, { recursive: true });
  return place;
};

const copy = async (image: Image, what: string, earlier: Building): Promise<void> => {
  const words = what.split(' ');
  const [from, ...paths] = words[0]?.startsWith('--from=') ? words : ['', ...words];
  const stage = from ? await earlier.get(from.slice('--from='.length)) : undefined;
  const source = from ? stage?.root : projectRoot;
  if (!source) throw new Error(`COPY ${what}: there is no such stage`);
  const ignored = from ? [] : readDockerignore();
  const target = paths.pop() ?? '.';
  const place = placeIn(image);
  for (const path of paths) {
    const files = path === '.' ? readdirSync(source) : [path];
    for (const file of files) {
      const to = target === '.' || target === './' ? join(place, file) : join(place, target);
      cpSync(join(source, file), to, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (name) => !isIgnored(relative(source, name), ignored),
      });
    }
  }
};

/** Our own steps; the system's packages are left to the engine. */
const carryOut = async (image: Image, command: string): Promise<void> => {
  if (command.startsWith('apt-get ')) return;
  const { NODE_ENV: _ours, npm_config_local_prefix: _npm, ...env } = process.env;
  const settings = { npm_config_prefer_offline: 'true', ...image.env };
  await run('sh', ['-c', command], { cwd: placeIn(image), env: { ...env, ...settings } });
};
