import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { getOpenApi, openApiDocument } from './document';

export const GET = route(getOpenApi, async () => openApiDocument());

export { preflight as OPTIONS };
