/** The folder law of ARCHITECTURE.md. Each rule says what to do instead. */
const TESTS = '\\.test\\.tsx?$|^(e2e|bench|scripts)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or need a third that both import.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'driver-only-in-workspace',
      comment:
        'Only lib/workspace and the import worker (another process) may use DuckDB. Use read(fn) or write(token, fn).',
      severity: 'error',
      from: { pathNot: `^lib/(workspace|imports/worker)/|${TESTS}` },
      to: { path: 'node_modules/@duckdb/' },
    },
    {
      name: 'no-server-code-in-the-browser',
      comment:
        'Components talk to the server through lib/*/queries.ts and contracts, never by importing server code.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^lib/[^/]+/server/|^lib/workspace/|^lib/log/' },
    },
    {
      name: 'features-do-not-import-each-other',
      comment:
        'A feature folder uses components/ui and other features only through app/, which puts them together.',
      severity: 'error',
      from: { path: '^components/(catalog|imports|lineage|search|datasets)/' },
      to: { path: '^components/(catalog|imports|lineage|search|datasets)/', pathNot: '^components/$1/' },
    },
    {
      name: 'ui-is-the-bottom',
      comment: 'components/ui knows no feature and no capability.',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(components/(?!ui/)|lib/(?!format-text/))' },
    },
    {
      name: 'config-imports-nothing-of-ours',
      comment: 'lib/config is read by everybody, so it depends on nobody.',
      severity: 'error',
      from: { path: '^lib/(config|errors)/', pathNot: TESTS },
      to: { path: '^(app|components|lib)/', pathNot: '^lib/(config|errors)/' },
    },
    {
      name: 'files-know-nobody',
      comment:
        'lib/files is what the file system does not promise by itself; what a file means belongs to a capability.',
      severity: 'error',
      from: { path: '^lib/files/', pathNot: TESTS },
      to: { path: '^(app|components|lib)/', pathNot: '^lib/files/' },
    },
    {
      name: 'http-knows-no-capability',
      comment: 'lib/http serves every capability; put capability code into the capability.',
      severity: 'error',
      from: { path: '^lib/(http|identity)/', pathNot: TESTS },
      to: { path: '^(app|components|lib/(workspace|uploads|formats|imports|lineage|catalog|datasets)/)' },
    },
    {
      name: 'workspace-knows-no-capability',
      comment: 'lib/workspace stores rows; what they mean belongs to a capability.',
      severity: 'error',
      from: { path: '^lib/workspace/', pathNot: TESTS },
      to: {
        path: '^(app|components|lib/(http|identity|uploads|formats|imports|lineage|catalog|datasets)/)|node_modules/(react|next)/',
      },
    },
    {
      name: 'uploads-only-move-bytes',
      comment: 'lib/uploads never parses: DuckDB and formats belong to the worker.',
      severity: 'error',
      from: { path: '^lib/uploads/', pathNot: TESTS },
      to: { path: '^lib/(workspace|formats|lineage|catalog|datasets)/' },
    },
    {
      name: 'formats-are-pure-readers',
      comment: 'A format turns bytes into records; it knows no HTTP, React or workspace.',
      severity: 'error',
      from: { path: '^lib/formats/', pathNot: TESTS },
      to: {
        path: '^(app|components|lib/(workspace|uploads|catalog|datasets)/|lib/http/route-handler)|node_modules/(react|next)/',
      },
    },
    {
      name: 'imports-know-no-react',
      comment: 'lib/imports runs on the server and in the worker; the browser part is queries.ts.',
      severity: 'error',
      from: { path: '^lib/imports/', pathNot: TESTS },
      to: { path: 'node_modules/(react|react-dom|next)/' },
    },
    {
      name: 'lineage-is-pure',
      comment: 'Facts in, graph out: lib/lineage outside server/ knows no HTTP handler, React or DuckDB.',
      severity: 'error',
      from: { path: '^lib/lineage/(?!server/)', pathNot: TESTS },
      to: {
        path: '^(app|components|lib/(workspace|imports|uploads|catalog)/|lib/http/route-handler)|node_modules/(react|next|@duckdb)/',
      },
    },
    {
      name: 'nothing-imports-app',
      comment: 'app/ is the top: it composes, nobody imports it.',
      severity: 'error',
      from: { path: '^(components|lib)/' },
      to: { path: '^app/' },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'Tests and their fixtures are never imported by the product.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'no-unresolved',
      comment: 'Every import must exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
