/**
 * An address of which whoever has it recognises enough, and nobody else learns it: `a…@example.org`.
 */
export const maskedAddress = (email: string): string => {
  const at = email.lastIndexOf('@');
  if (at < 1) return '…';
  const [first = ''] = email;
  return `${first}…${email.slice(at)}`;
};
