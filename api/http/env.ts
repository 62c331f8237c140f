/**
 * Values that middleware leaves for the handlers. `principal` is set only behind `requireScope`.
 */
export type AppEnv = { Variables: { requestId: string; principal: Principal } };

/** The caller. A key and those that replace it share one name. */
export type Principal = { name: string; scopes: readonly string[] };
