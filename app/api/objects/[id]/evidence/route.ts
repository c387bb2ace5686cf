import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { getEvidence as endpoint } from '@/lib/lineage/contract';
import { getEvidence } from '@/lib/lineage/server/get-evidence';

export const GET = route(endpoint, ({ params, query }) => getEvidence(params.id, query.snapshot));
export const OPTIONS = preflight;
