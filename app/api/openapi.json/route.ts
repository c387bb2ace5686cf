import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route';
import { getOpenApi, openApiDocument } from './document';

export const GET = route(getOpenApi, async () => openApiDocument());

export { preflight as OPTIONS };
