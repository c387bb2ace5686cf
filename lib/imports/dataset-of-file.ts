const ENDINGS = /(\.(csv|tsv|tab|txt|parquet|pq|json|ndjson|jsonl))?(\.(gz|gzip|zst|zstd))?$/i;
const NAME_MAX = 100;

/** The dataset that a file of rows goes to when none was chosen: schema `main`, named after the file without its endings. */
export function datasetOfFile(fileName: string): string {
  const stem = fileName.replace(ENDINGS, '');
  const name = stem.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^_+|_+$/g, '');
  return `main.${[...name].slice(0, NAME_MAX).join('') || 'rows'}`;
}
