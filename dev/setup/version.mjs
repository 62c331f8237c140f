/** @param {string} text */
function parse(text) {
  const found = /(\d+)\.(\d+)\.(\d+)/.exec(text);
  return found ? found.slice(1).map(Number) : undefined;
}

/**
 * Whether the first version in a text is at least the one asked for; false when it names none.
 * @param {string} text
 * @param {string} least
 */
export function isAtLeast(text, least) {
  const found = parse(text);
  const wanted = parse(least);
  if (!found || !wanted) return false;
  const differs = wanted.findIndex((part, index) => found[index] !== part);
  return differs === -1 || (found[differs] ?? 0) > (wanted[differs] ?? 0);
}
