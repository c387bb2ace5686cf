import { preflight } from '@/lib/http/response-headers';
import { route } from '@/lib/http/route-handler';
import { listRecipes } from '@/lib/imports/draft-contract';
import { listRecipes as list } from '@/lib/imports/server/recipes/list-recipes';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

export const GET = route(listRecipes, ({ query }) => list(query));

export { preflight as OPTIONS };
