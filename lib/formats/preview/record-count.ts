/** `exact` is false for an estimate from the first records. */
export type RecordCount = { count: number; exact: boolean };
