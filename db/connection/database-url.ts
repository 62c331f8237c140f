import { isChecked, isMode, type Tls, tlsModes } from './tls.ts';

/** A host and port, or a socket of the file system. */
export type Address = { host: string; port: number } | { path: string };

const targets = ['any', 'read-write', 'primary'] as const;

/** What a server must be good for. */
export type Target = (typeof targets)[number];

/** What `DATABASE_URL` says, read as libpq reads it (postgresql.org/docs/current/libpq-connect.html). */
export type DatabaseUrl = {
  /** For postgres.js: one host, and nothing of what the connector sees to. */
  url: string;
  /** Those to be tried, in order; empty where the URL names none. */
  hosts: { host: string; port: number }[];
  target: Target;
  tls: Tls | null;
};

const ours = [
  'target_session_attrs',
  'sslmode',
  'ssl',
  'sslrootcert',
  'sslcert',
  'sslkey',
] as const;
type Given = Partial<Record<(typeof ours)[number], string>>;

const shape = /^(postgres(?:ql)?:\/\/)([^/?#]*@)?([^@/?#]*)([^?#]*)(?:\?([^#]*))?$/;

/** Throws an error that says what would be right, without any part of the URL. */
export const parseDatabaseUrl = (text: string): DatabaseUrl => {
  const [, scheme, user = '', authority = '', path = '', query = ''] = text.match(shape) ?? [];
  if (scheme === undefined) throw new Error('a URL that begins with postgres://');
  const params = new URLSearchParams(query);
  const given: Given = {};
  for (const name of ours) {
    const value = params.get(name);
    if (value !== null) given[name] = value;
    params.delete(name);
  }
  const hosts = authority === '' ? [] : authority.split(',').map(toHost);
  const [first] = hosts;
  const host = first
    ? `${/:/.test(first.host) ? `[${first.host}]` : first.host}:${first.port}`
    : '';
  const rest = params.size === 0 ? '' : `?${params}`;
  const url = `${scheme}${user}${host}${path}${rest}`;
  if (!URL.canParse(url)) throw new Error('a URL that begins with postgres://');
  return { url, hosts, target: toTarget(given.target_session_attrs), tls: toTls(given) };
};

/** What it must be instead; undefined when it is right. */
export const whatUrlMustBe = (text: string): string | undefined => {
  try {
    parseDatabaseUrl(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

const toHost = (text: string) => {
  const [, bracketed, plain, port = '5432'] =
    text.match(/^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d+))?$/) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535)
    throw new Error('a URL whose hosts are host:port, with commas between them');
  return { host: decodeURIComponent(host), port: Number(port) };
};

const toTarget = (text = 'any'): Target => {
  const target = targets.find((known) => known === text);
  if (target) return target;
  throw new Error(`a URL whose target_session_attrs is one of ${targets.join(', ')}`);
};

const toTls = ({ sslmode, ssl, sslrootcert, sslcert, sslkey }: Given): Tls | null => {
  const mode = sslmode ?? (ssl === 'true' ? 'verify-full' : ssl === 'false' ? 'disable' : ssl);
  const isSystem = sslrootcert === 'system';
  const known = mode ?? (isSystem ? 'verify-full' : 'disable');
  if (!isMode(known)) throw new Error(`a URL whose sslmode is one of ${tlsModes.join(', ')}`);
  if (isSystem && known !== 'verify-full')
    throw new Error('a URL whose sslmode is verify-full, since its sslrootcert is system');
  if ((sslcert === undefined) !== (sslkey === undefined))
    throw new Error('a URL with both sslcert and sslkey, or neither');
  if (known === 'disable') return null;
  return {
    isOptional: known === 'allow' || known === 'prefer',
    checks: isChecked(known, sslrootcert !== undefined),
    files: {
      ...(sslrootcert !== undefined && !isSystem && { ca: sslrootcert }),
      ...(sslcert !== undefined && { cert: sslcert }),
      ...(sslkey !== undefined && { key: sslkey }),
    },
  };
};
