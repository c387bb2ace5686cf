import type { z } from 'zod';
import type { ErrorCode } from '@/lib/errors/codes';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/**
 * The contract of one endpoint: the route handler, the browser's client and the OpenAPI document all read it.
 * `params` and `query` are zod objects over strings (use `z.coerce`); `status` is the usual success status.
 */
export type Endpoint = {
  readonly method: Method;
  /** As in OpenAPI: `/api/imports/{id}`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The same call as multipart/form-data, for the OpenAPI document only: a handler of its own reads it. */
  readonly multipart?: z.ZodType;
  readonly response: z.ZodType;
  readonly status?: 200 | 201 | 202;
  /** Codes that callers should expect besides `invalid-request`, `origin-refused` and `internal`. */
  readonly errors?: readonly ErrorCode[];
};

/** Declares an endpoint; only keeps its exact type. */
export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint;
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type Input<T> = T extends z.ZodType ? z.input<T> : undefined;

/** Parsed input of a handler. */
export type EndpointInput<E extends Endpoint> = {
  params: Output<E['params']>;
  query: Output<E['query']>;
  body: Output<E['body']>;
};

/** What a client passes to call the endpoint. */
export type EndpointCall<E extends Endpoint> = {
  params?: Input<E['params']>;
  query?: Input<E['query']>;
  body?: Input<E['body']>;
};

export type EndpointResponse<E extends Endpoint> = z.output<E['response']>;
