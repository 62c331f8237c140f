import { z } from 'zod';
import { type Role, roles } from '../workflows/domain/desk/role.ts';

/** By which ways operators get in, as it stands in the environment. */

const issuerUrl = 'the https:// URL of the provider of identities (http:// only on this computer)';
const secretText = /^[\x21-\x7e]{1,500}$/;
const rolesText = `such as manager=ops-lead,support=care|helpdesk, of ${roles.join(', ')}`;

/** A value of the claim, and the role that it gives. Earlier ones go before later ones. */
export type RoleRule = { value: string; role: Role };

const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word);

const parseRoles = (text: string): RoleRule[] | undefined => {
  const rules = text.split(',').map((entry) => {
    const [role = '', ...values] = entry.split('=');
    const wanted = values
      .join('=')
      .split('|')
      .map((value) => value.trim());
    return isRole(role.trim()) && wanted.every((value) => value !== '')
      ? wanted.map((value) => ({ value, role: role.trim() as Role }))
      : undefined;
  });
  return rules.every((rule) => rule !== undefined) ? rules.flat() : undefined;
};

/** It is compared as it stands, so nothing of it is mended. */
const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.search !== '' || url.hash !== '' || url.username !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
};

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

export const deskSettings = {
  DEMO_OPERATOR: z.stringbool({ error: 'true or false' }).default(false),
  DESK_PASSWORDS: z.stringbool({ error: 'true or false' }).default(true),
  OIDC_ISSUER: z.string().refine(isIssuer, issuerUrl).optional(),
  OIDC_CLIENT_ID: z.string().regex(secretText, 'the id of the client at the provider').optional(),
  OIDC_CLIENT_SECRET: z
    .string()
    .regex(secretText, 'the secret of the client at the provider')
    .optional(),
  OIDC_SCOPE: z
    .string()
    .regex(/^openid( [\x21\x23-\x5b\x5d-\x7e]+)*$/, 'scopes with spaces between, openid first')
    .default('openid profile email'),
  OIDC_ROLE_CLAIM: z.string().min(1).max(200).default('groups'),
  OIDC_ROLES: z
    .string()
    .transform(parseRoles)
    .pipe(z.custom<RoleRule[]>(Boolean, rolesText))
    .optional(),
};

type Settings = z.output<z.ZodObject<typeof deskSettings>>;

const whole = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'] as const;

/** Half a provider would let nobody in, and nobody would know why. */
export const requireWholeProvider = (env: Settings, context: z.RefinementCtx): void => {
  const given = whole.filter((name) => env[name] !== undefined);
  const missing = given.length === 0 ? [] : whole.filter((name) => env[name] === undefined);
  for (const name of missing) {
    const message = `set together with ${given.join(', ')}`;
    context.addIssue({ code: 'custom', path: [name], message });
  }
  if (!env.DESK_PASSWORDS && given.length === 0) {
    const message = 'true, or OIDC_ISSUER must be set: nobody could sign in';
    context.addIssue({ code: 'custom', path: ['DESK_PASSWORDS'], message });
  }
};

/** The provider of identities, as a process knows it. */
export type ProviderSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  roleClaim: string;
  roles: readonly RoleRule[];
};

/** What the desk is told of the ways in. `provider` is null without one. */
export const waysIn = (env: Settings & { NODE_ENV: string }) => ({
  // Whoever reaches production from its own computer is nobody in particular.
  demo: env.DEMO_OPERATOR && env.NODE_ENV !== 'production',
  passwords: env.DESK_PASSWORDS,
  provider: providerOf(env),
});

const providerOf = (env: Settings): ProviderSettings | null =>
  env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET && env.OIDC_ROLES
    ? {
        issuer: env.OIDC_ISSUER,
        clientId: env.OIDC_CLIENT_ID,
        clientSecret: env.OIDC_CLIENT_SECRET,
        scope: env.OIDC_SCOPE,
        roleClaim: env.OIDC_ROLE_CLAIM,
        roles: env.OIDC_ROLES,
      }
    : null;
