import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { ERROR_CODES, errorCodeList } from '@/lib/errors/codes';

/** application/problem+json as of RFC 9457, with a code from the closed list. Further members are allowed. */
export const ProblemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(errorCodeList),
    requestId: z.string().optional(),
    invalidParams: z.array(z.object({ name: z.string(), reason: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof ProblemSchema>;

/** Turns anything thrown into a problem. An unknown error becomes `internal` without its text. */
export function toProblem(error: unknown, requestId?: string): Problem {
  const known =
    error instanceof AppError
      ? error
      : new AppError('internal', 'Something went wrong on the server. The log has the request id.');
  const { status, title } = ERROR_CODES[known.code];
  return {
    ...known.extra,
    type: `urn:headwater:error:${known.code}`,
    title,
    status,
    detail: known.message,
    code: known.code,
    ...(requestId === undefined ? {} : { requestId }),
    ...(known.invalidParams === undefined ? {} : { invalidParams: known.invalidParams }),
  };
}
