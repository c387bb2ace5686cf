import { endpointUrl } from '@/lib/http/api-fetch';
import { listRejects } from './contract';

/** Where the rejects of one file of an import are downloaded; the import by its id or number. */
export function rejectFileUrl(import_: string, name: string): string {
  return endpointUrl(listRejects, { params: { id: import_ }, query: { format: 'csv', file: name } });
}
