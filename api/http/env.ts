/** What middleware leaves for those after it. `principal` is there behind `requireScope` only. */
export type AppEnv = { Variables: { requestId: string; principal: Principal } };

/** Who calls: the name that a key and those that replace it share. */
export type Principal = { name: string; scopes: readonly string[] };
