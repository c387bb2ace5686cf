import { z } from 'zod';
import * as catalog from '@/lib/catalog/contract';
import * as datasets from '@/lib/datasets/contract';
import { defineEndpoint, type Endpoint } from '@/lib/http/endpoint';
import { buildOpenApi } from '@/lib/http/openapi';
import * as imports from '@/lib/imports/contract';
import * as drafts from '@/lib/imports/draft-contract';
import * as operations from '@/lib/imports/operations';
import * as rollbacks from '@/lib/imports/rollback-contract';
import * as lineage from '@/lib/lineage/contract';
import * as queryLogs from '@/lib/lineage/query-log-contract';
import { TUS_PATHS } from './tus-paths';

export const getOpenApi = defineEndpoint({
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This document.',
  response: z.looseObject({ openapi: z.string() }),
});

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
}

/** The OpenAPI document of every endpoint that a contract declares, and of the resumable upload protocol. */
export function openApiDocument() {
  const declared = [imports, drafts, rollbacks, operations, catalog, lineage, queryLogs, datasets].flatMap(
    (contract) => Object.values(contract),
  );
  return buildOpenApi([...declared.filter(isEndpoint), getOpenApi], TUS_PATHS);
}
