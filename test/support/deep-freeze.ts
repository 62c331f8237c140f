/**
 * Freezes a value with everything in it, so that whoever changes it throws. Refuses what would not
 * come back the same from JSON.
 */
export const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return plain(value);
  if (Object.isFrozen(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) throw notJson(value);
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
};

const plain = <T>(value: T): T => {
  const isPlain =
    value === null || Number.isSafeInteger(value) || ['string', 'boolean'].includes(typeof value);
  if (!isPlain) throw notJson(value);
  return value;
};

const notJson = (value: unknown): Error => new Error(`Not plain JSON: ${String(value)}`);
