/** The route modules, loaded after the settings are in place. */
export async function importRoutes() {
  return {
    '/api/imports': await import('@/app/api/imports/route'),
    '/api/imports/lock': await import('@/app/api/imports/lock/route'),
    '/api/imports/same-files': await import('@/app/api/imports/same-files/route'),
    '/api/imports/[id]': await import('@/app/api/imports/[id]/route'),
    '/api/imports/[id]/start': await import('@/app/api/imports/[id]/start/route'),
    '/api/imports/[id]/dry-run': await import('@/app/api/imports/[id]/dry-run/route'),
    '/api/imports/[id]/resume': await import('@/app/api/imports/[id]/resume/route'),
    '/api/imports/[id]/cancel': await import('@/app/api/imports/[id]/cancel/route'),
    '/api/imports/[id]/rollback': await import('@/app/api/imports/[id]/rollback/route'),
    '/api/imports/[id]/rejects': await import('@/app/api/imports/[id]/rejects/route'),
    '/api/recipes': await import('@/app/api/recipes/route'),
    '/api/metrics': await import('@/app/api/metrics/route'),
    '/api/stats': await import('@/app/api/stats/route'),
    '/api/uploads/[[...path]]': await import('@/app/api/uploads/[[...path]]/route'),
  };
}

/** The routes that only read. */
export async function browseRoutes() {
  return {
    '/api/coverage': await import('@/app/api/coverage/route'),
    '/api/lineage': await import('@/app/api/lineage/route'),
    '/api/lineage/columns': await import('@/app/api/lineage/columns/route'),
    '/api/objects': await import('@/app/api/objects/route'),
    '/api/objects/[id]': await import('@/app/api/objects/[id]/route'),
    '/api/objects/[id]/history': await import('@/app/api/objects/[id]/history/route'),
    '/api/objects/[id]/evidence': await import('@/app/api/objects/[id]/evidence/route'),
    '/api/query-logs/[id]': await import('@/app/api/query-logs/[id]/route'),
    '/api/schemas': await import('@/app/api/schemas/route'),
    '/api/search': await import('@/app/api/search/route'),
    '/api/snapshots': await import('@/app/api/snapshots/route'),
    '/api/snapshots/[n]': await import('@/app/api/snapshots/[n]/route'),
    '/api/datasets': await import('@/app/api/datasets/route'),
    '/api/datasets/[name]': await import('@/app/api/datasets/[name]/route'),
    '/api/datasets/[name]/rows': await import('@/app/api/datasets/[name]/rows/route'),
    '/api/datasets/[name]/export': await import('@/app/api/datasets/[name]/export/route'),
    '/api/datasets/[name]/profile': await import('@/app/api/datasets/[name]/profile/route'),
    '/api/datasets/[name]/history': await import('@/app/api/datasets/[name]/history/route'),
    '/api/datasets/[name]/rejects': await import('@/app/api/datasets/[name]/rejects/route'),
    '/api/datasets/[name]/compare': await import('@/app/api/datasets/[name]/compare/route'),
    '/api/openapi.json': await import('@/app/api/openapi.json/route'),
  };
}
