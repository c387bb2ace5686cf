/** The name under which the rejects of a file are downloaded; those of a file of rejects have the same name again. */
export function rejectsName(file: string): string {
  return `${file.replace(/\.[^.]*$/, '').replace(/_errors$/i, '')}_errors.csv`;
}
