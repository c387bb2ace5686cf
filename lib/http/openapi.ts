import { z } from 'zod';
import { ERROR_CODES } from '@/lib/errors/codes';
import type { Endpoint } from './endpoint';
import { ProblemSchema } from './problem';

type Schemas = Record<string, unknown>;

/** Converts a schema; what has an id of its own goes into `shared`, so that references work in the whole document. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', shared: Schemas): unknown {
  const converted = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  const { $schema: _, $defs = {}, ...rest } = inDocument(converted);
  for (const [name, definition] of Object.entries($defs)) {
    if (name in shared && JSON.stringify(shared[name]) !== JSON.stringify(definition)) {
      throw new Error(`Two different schemas have the id ${name}.`);
    }
    shared[name] = definition;
  }
  return rest;
}

function inDocument<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as T;
}

const parameters = (schema: z.ZodObject | undefined, where: 'path' | 'query', shared: Schemas) =>
  Object.entries(schema?.shape ?? {}).map(([name, value]) => ({
    name,
    in: where,
    required: where === 'path' || !(value as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(value as z.ZodType, 'input', shared),
  }));

function problemResponses(endpoint: Endpoint) {
  const codes = ['invalid-request', 'origin-refused', 'internal', ...(endpoint.errors ?? [])] as const;
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const { status } = ERROR_CODES[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      status,
      {
        description: names.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function requestBody({ body, multipart }: Endpoint, shared: Schemas) {
  const content = {
    ...(body ? { 'application/json': { schema: jsonSchema(body, 'input', shared) } } : {}),
    ...(multipart ? { 'multipart/form-data': { schema: jsonSchema(multipart, 'input', shared) } } : {}),
  };
  return Object.keys(content).length === 0 ? {} : { requestBody: { content } };
}

function operation(endpoint: Endpoint, shared: Schemas) {
  return {
    summary: endpoint.summary,
    parameters: [
      ...parameters(endpoint.params, 'path', shared),
      ...parameters(endpoint.query, 'query', shared),
    ],
    ...requestBody(endpoint, shared),
    responses: {
      [endpoint.status ?? 200]: {
        description: endpoint.summary,
        content: { 'application/json': { schema: jsonSchema(endpoint.response, 'output', shared) } },
      },
      ...problemResponses(endpoint),
    },
  };
}

/** One path of the document: operations by lower-case method. */
export type OpenApiPath = Record<string, unknown>;

/**
 * The OpenAPI 3.1 document of the given endpoints. `otherPaths` describes what no contract can (other protocols).
 * @throws Error when two schemas share an id but not their content
 */
export function buildOpenApi(endpoints: readonly Endpoint[], otherPaths: Record<string, OpenApiPath> = {}) {
  const schemas: Schemas = {};
  const paths: Record<string, OpenApiPath> = { ...otherPaths };
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operation(endpoint, schemas),
    };
  }
  // Converted inside another schema, it lands among the shared ones under its id, as every reference expects.
  jsonSchema(z.array(ProblemSchema), 'output', schemas);
  return {
    openapi: '3.1.0',
    info: { title: 'Headwater', version: '1', description: 'A shared lineage workspace for a data team.' },
    paths,
    components: { schemas },
  };
}
