/** What a person of the shop may do: each role is a bundle of the scopes that keys have. */
export const roles = ['viewer', 'support', 'buyer', 'manager'] as const;

export type Role = (typeof roles)[number];

/** Someone of the shop who has signed in, or has an account. */
export type Operator = { operatorId: string; name: string; role: Role };
