/** The first sentence of an engine error, without its class, file paths and advice: fit to be shown to people. */
export function engineReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [first = ''] = message.split('\n');
  return first
    .replace(/^([A-Za-z ]+ Error: )+/, '')
    .replace(/(["'])[^"']*\/[^"']*\1/g, 'the file')
    .replace(/(^|[\s'"(])\/[^\s'"]+/g, '$1the file')
    .replace(/[.\s]+$/, '')
    .slice(0, 300);
}

/** The machine ran out of something; the file is not to blame. */
export function exhausted(error: unknown): 'disk' | 'memory' | null {
  const message = error instanceof Error ? error.message : String(error);
  if (/max_temp_directory_size|No space left|ENOSPC|disk is full/i.test(message)) return 'disk';
  return /Out of Memory/i.test(message) ? 'memory' : null;
}
