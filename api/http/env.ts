/**
 * Values that middleware leaves for the handlers. `principal` is set only behind `requireScope`,
 * `keyHash` once somebody has asked for the key that came. `pictures`: the origins from which the
 * page that answers may load some. `isMail`: what is answered is a mail, for a frame of our page.
 */
export type AppEnv = {
  Variables: {
    requestId: string;
    principal: Principal;
    keyHash?: string;
    pictures?: string[];
    isMail?: boolean;
  };
};

/** The caller. A key and those that replace it share one name. */
export type Principal = { name: string; scopes: readonly string[] };
