/** Why a webhook could not be handed over, in words; one that is not known is said as it is. */
export const failureWords = (reason: string): string => words[reason] ?? reason;

const words: Readonly<Record<string, string>> = {
  forbidden_address: 'its address is not allowed',
  timeout: 'no answer in time',
  unknown_host: 'nobody knows its host',
  refused: 'nobody listens there',
  not_http: 'the answer was no HTTP',
  tls: 'its certificate is not good',
  redirect: 'it leads elsewhere, and is not followed',
  connection: 'the connection broke',
};
