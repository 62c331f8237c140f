/**
 * What no log keeps of an error of the database: it quotes the row or the key that was refused, and
 * with it addresses and names. As pino's `redact` takes it.
 */
export const withheld = {
  paths: ['err', 'meta.error', 'meta.err'].flatMap((at) =>
    ['detail', 'where', 'query', 'params', 'parameters'].map((name) => `${at}.${name}`),
  ),
  remove: true,
};
