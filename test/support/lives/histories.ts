import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import proto, { type temporal } from '@temporalio/proto';
import { projectRoot } from '../../../dev/config.ts';

type History = temporal.api.history.v1.IHistory;

const { History } = proto.temporal.api.history.v1;
const folder = join(projectRoot, 'test', 'histories');

/** The names of the recorded histories, in alphabetical order. */
export const listHistories = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''))
    .toSorted();

export const readHistory = (name: string): History =>
  History.fromObject(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));

/** Keeps a history; who ran it is nobody's business. The SDK's own JSON needs one protobufjs. */
export const writeHistory = (name: string, history: History): void => {
  const plain = History.toObject(History.fromObject(history), {
    longs: String,
    enums: String,
    bytes: String,
  });
  const json = JSON.stringify(plain, (_, value) => anonymous(value), 1);
  writeFileSync(join(folder, `${name}.json`), `${json}\n`);
};

/** Workers and their own queues are named after process and host. */
const anonymous = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/^\d+@[^-]+/, 'worker') : value;
