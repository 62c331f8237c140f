import type { Role } from '../../../workflows/domain/desk/role.ts';
import type { Scope } from '../../access/auth.ts';

/** The scopes that each role has, as a key would. `admin` holds all. */
export const scopesOf: Record<Role, readonly Scope[]> = {
  viewer: ['read'],
  support: ['read', 'support'],
  buyer: ['read', 'inventory', 'fulfilment'],
  manager: ['admin'],
};

/** Whether the role may do what any of these scopes allows. */
export const mayDo = (role: Role, scopes: readonly Scope[]): boolean =>
  [...scopes, 'admin' as const].some((scope) => scopesOf[role].includes(scope));
