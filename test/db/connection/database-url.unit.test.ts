import { describe, expect, it } from 'vitest';
import { parseDatabaseUrl, whatUrlMustBe } from '../../../db/connection/database-url.ts';

describe('a DATABASE_URL', () => {
  it.each([
    {
      text: 'postgres://u:p@a/shop',
      url: 'postgres://u:p@a:5432/shop',
      hosts: [{ host: 'a', port: 5432 }],
      target: 'any',
    },
    {
      text: 'postgresql://u:p@a:5432,b:5433/shop?target_session_attrs=read-write&application_name=x',
      url: 'postgresql://u:p@a:5432/shop?application_name=x',
      hosts: [
        { host: 'a', port: 5432 },
        { host: 'b', port: 5433 },
      ],
      target: 'read-write',
    },
    {
      text: 'postgres://u:p%40w@[2001:db8::1],10.0.0.2:6000/shop?target_session_attrs=primary',
      url: 'postgres://u:p%40w@[2001:db8::1]:5432/shop',
      hosts: [
        { host: '2001:db8::1', port: 5432 },
        { host: '10.0.0.2', port: 6000 },
      ],
      target: 'primary',
    },
    { text: 'postgres:///shop', url: 'postgres:///shop', hosts: [], target: 'any' },
  ])('names its hosts and what they must be good for: $text', ({ text, ...read }) => {
    expect(parseDatabaseUrl(text)).toMatchObject(read);
  });

  it.each([
    { query: '', tls: null },
    { query: '?sslmode=disable', tls: null },
    { query: '?ssl=false', tls: null },
    { query: '?sslmode=prefer', tls: { isOptional: true, checks: 'nothing' } },
    { query: '?sslmode=require', tls: { isOptional: false, checks: 'nothing' } },
    {
      query: '?sslmode=require&sslrootcert=/ca.pem',
      tls: { checks: 'signer', files: { ca: '/ca.pem' } },
    },
    { query: '?sslmode=verify-ca', tls: { isOptional: false, checks: 'signer', files: {} } },
    { query: '?sslmode=verify-full', tls: { isOptional: false, checks: 'host', files: {} } },
    { query: '?ssl=true', tls: { isOptional: false, checks: 'host' } },
    { query: '?sslrootcert=system', tls: { isOptional: false, checks: 'host', files: {} } },
    {
      query: '?sslmode=verify-full&sslcert=/c.pem&sslkey=/k.pem',
      tls: { checks: 'host', files: { cert: '/c.pem', key: '/k.pem' } },
    },
  ])('says how to encrypt, and keeps it from the server: "$query"', ({ query, tls }) => {
    const read = parseDatabaseUrl(`postgres://u@a/shop${query}`);
    if (tls) expect(read.tls).toMatchObject(tls);
    else expect(read.tls).toBeNull();
    expect(read.url).toBe('postgres://u@a:5432/shop');
  });

  it.each([
    { text: 'mysql://a', right: /begins with postgres/ },
    { text: 'a:5432', right: /begins with postgres/ },
    { text: 'postgres://a:b/shop', right: /hosts are host:port/ },
    { text: 'postgres://a:5432,/shop', right: /hosts are host:port/ },
    { text: 'postgres://a:70000/shop', right: /hosts are host:port/ },
    { text: 'postgres://a/shop?target_session_attrs=standby', right: /any, read-write, primary/ },
    { text: 'postgres://a/shop?sslmode=verify_full', right: /sslmode is one of .*verify-full/ },
    { text: 'postgres://a/shop?sslmode=require&sslrootcert=system', right: /verify-full/ },
    { text: 'postgres://a/shop?sslmode=require&sslcert=/c.pem', right: /sslcert and sslkey/ },
  ])('is refused, and told what would be right: $text', ({ text, right }) => {
    expect(whatUrlMustBe(text)).toMatch(right);
  });

  it('is never repeated in what is said of it', () => {
    expect(whatUrlMustBe('postgres://u:hunter2@a:x/shop')).not.toContain('hunter2');
  });
});
