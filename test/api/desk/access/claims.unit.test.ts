import { describe, expect, it } from 'vitest';
import { calledIn, roleIn } from '../../../../api/desk/access/claims.ts';

const roles = [
  { value: 'ops-lead', role: 'manager' },
  { value: 'care', role: 'support' },
  { value: 'helpdesk', role: 'support' },
] as const;

describe('the claims of a provider', () => {
  it.each([
    ['one of a list', 'groups', { groups: ['all', 'care'] }, 'support'],
    ['a single value', 'groups', { groups: 'helpdesk' }, 'support'],
    ['the earliest rule', 'groups', { groups: ['care', 'ops-lead'] }, 'manager'],
    ['nothing', 'groups', {}, undefined],
    ['none that is known', 'groups', { groups: ['sales', 'ops-lead2'] }, undefined],
    ['no part of a value', 'groups', { groups: 'ops-lead,care' }, undefined],
    ['no other type', 'groups', { groups: { care: true } }, undefined],
    ['a path', 'realm_access.roles', { realm_access: { roles: ['care'] } }, 'support'],
    [
      'a name with dots',
      'https://shop.example/r',
      { 'https://shop.example/r': ['care'] },
      'support',
    ],
    ['nothing that is inherited', 'constructor.name', {}, undefined],
  ])('give a role by %s', (_, roleClaim, claims, role) => {
    expect(roleIn({ sub: '1', ...claims }, { roleClaim, roles })).toBe(role);
  });

  it.each([
    [
      { preferred_username: 'Ada.Byron', email: 'a@b.example', name: 'Ada Byron' },
      'ada.byron',
      'Ada Byron',
    ],
    [{ email: 'ada@shop.example' }, 'ada', 'ada@shop.example'],
    [{ preferred_username: '../..', email: '@', name: 'Zoë' }, 'zoe', 'Zoë'],
    [{ name: 'إيدا بايرون' }, 'operator', 'إيدا بايرون'],
    [{ preferred_username: 'demo' }, 'operator', 'demo'],
    [{ name: 'A\u202eda\n' }, 'ada', 'Ada'],
    [{}, 'operator', '1'],
  ])('call %j by the id %s', (claims, operatorId, name) => {
    const called = calledIn({ sub: '1', ...claims });
    expect([called.wishes[0], called.name]).toEqual([operatorId, name]);
    expect(called.wishes[1]).toBe(`${operatorId}-2`);
  });

  it.each([
    [{ email: 'ada@shop.example', email_verified: true }, 'ada@shop.example'],
    [{ email: 'ada@shop.example', email_verified: 'true' }, null],
    [{ email: 'ada@shop.example' }, null],
    [{ email: 'none', email_verified: true }, null],
  ])('send mail by %j to %s', (claims, email) => {
    expect(calledIn({ sub: '1', ...claims }).email).toBe(email);
  });
});
