import { boot } from '@/lib/boot/server/boot';

/** A process for tests: starts the server's parts as instrumentation.ts does, without Next, and says `ready`. */
await boot();
process.stdout.write('ready\n');
setInterval(() => undefined, 60_000);
