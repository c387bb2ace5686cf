/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  // The native driver and the logger must stay plain Node modules.
  serverExternalPackages: ['@duckdb/node-api', '@duckdb/node-bindings', 'pino'],
  images: { unoptimized: true },
  // `npm run check` type-checks the whole tree once; the build does not do it a second time.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
};
