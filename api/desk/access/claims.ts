import type { Role } from '../../../workflows/domain/desk/role.ts';
import type { RoleRule } from '../../desk-settings.ts';
import { email as emails } from '../../http/scalars.ts';
import { idsFor } from './operator-id.ts';

/** What a provider of identities says of somebody. */
export type Claims = { readonly sub: string; readonly [name: string]: unknown };

/**
 * The claim of that name. Names with dots lead into objects (`realm_access.roles`), unless there is
 * a claim that is wholly named so (`https://shop.example/roles`).
 */
export const claimOf = (claims: Claims, name: string): unknown =>
  Object.hasOwn(claims, name) ? claims[name] : name.split('.').reduce<unknown>(inside, claims);

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

/** The role of the first rule whose value the claim holds; undefined if none does. */
export const roleIn = (
  claims: Claims,
  { roleClaim, roles }: { roleClaim: string; roles: readonly RoleRule[] },
): Role | undefined => {
  const given = claimOf(claims, roleClaim);
  const held: unknown[] = Array.isArray(given) ? given : [given];
  return roles.find(({ value }) => held.includes(value))?.role;
};

/**
 * What somebody is called here, the ids that would fit them, the nearest first, and the address that
 * the provider has seen to be theirs (OpenID Connect Core 5.1).
 */
export const calledIn = (
  claims: Claims,
): { name: string; wishes: string[]; email: string | null } => {
  const [full, short, email] = ['name', 'preferred_username', 'email'].map((name) =>
    lineOf(claims[name]),
  );
  const address = claims.email_verified === true ? emails.safeParse(claims.email) : undefined;
  return {
    name: full ?? short ?? email ?? claims.sub,
    wishes: idsFor([short, email, full]),
    email: address?.data ?? null,
  };
};

const lineOf = (claim: unknown): string | undefined => {
  if (typeof claim !== 'string') return undefined;
  const line = claim.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();
  return line === '' ? undefined : [...line].slice(0, 200).join('');
};
