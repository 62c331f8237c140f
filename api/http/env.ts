import type { Principal } from '../access/auth.ts';

/** What middleware leaves for those after it. `principal` is there behind `requireScope` only. */
export type AppEnv = { Variables: { requestId: string; principal: Principal } };
