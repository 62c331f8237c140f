/** The body as text, or undefined if it is longer; nothing of what is beyond is kept. */
export const readBounded = async (
  { body }: Response,
  maxBytes: number,
): Promise<string | undefined> => {
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    // Leaving the loop cancels what is still to come.
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};
