import { describe, expect, test } from 'vitest';
import { pagePolicy } from './page-policy';

const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe('pagePolicy', () => {
  test('lets only scripts with the nonce run', () => {
    const policy = pagePolicy({ nonce: 'abc', apiOrigin: '', isDevelopment: false });
    expect(directive(policy, 'default-src')).toBe("'none'");
    expect(directive(policy, 'script-src')).toBe("'nonce-abc' 'strict-dynamic'");
    expect(directive(policy, 'style-src-elem')).toBe("'self' 'nonce-abc'");
    expect(directive(policy, 'connect-src')).toBe("'self'");
    expect(policy).not.toContain('unsafe-eval');
  });

  test('lets the page talk to the API on another origin', () => {
    const policy = pagePolicy({ nonce: 'abc', apiOrigin: 'https://api.example.com', isDevelopment: false });
    expect(directive(policy, 'connect-src')).toBe("'self' https://api.example.com");
  });

  test('allows eval only in development', () => {
    const policy = pagePolicy({ nonce: 'abc', apiOrigin: '', isDevelopment: true });
    expect(directive(policy, 'script-src')).toContain("'unsafe-eval'");
  });
});
