import { describe, expect, it } from 'vitest';
import { ProblemError, problem } from '../../../device/contract/problem.ts';
import { saysSignedOut, signInProblem } from '../../../web/ui/account/session-client.ts';

describe('a refused sign-in', () => {
  it.each([
    { status: 401, code: 'sign-in-wrong' },
    { status: 400, code: 'sign-in-wrong' },
    { status: 429, code: 'sign-in-too-often' },
    { status: 500, code: 'sign-in-failed' },
  ])('with HTTP $status is $code', ({ status, code }) => {
    expect(signInProblem(status).code).toBe(code);
  });
});

describe('being signed out', () => {
  const refusal = (status: number) =>
    new ProblemError({ ...problem('x', 'x', 'x'), ...{ type: 'about:x', title: 'x', status } });

  it('is what 401 and 403 say, and nothing else', () => {
    expect([401, 403, 404, 500].map((status) => saysSignedOut(refusal(status)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(saysSignedOut(new ProblemError(problem('no-connection', 'x', 'x')))).toBe(false);
    expect(saysSignedOut(new TypeError('x'))).toBe(false);
  });
});
