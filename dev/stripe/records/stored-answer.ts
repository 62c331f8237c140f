/** What was answered under a key; `id` is the key. Kept for 24 hours. */
export type StoredAnswer = {
  id: string;
  fingerprint: string;
  status: number;
  body: object;
  requestId: string;
  storedAtMs: number;
};
