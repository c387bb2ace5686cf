/** The source under which the datasets and their files stand in the catalog; no other source may be named so. */
export const DATASETS_SOURCE = 'datasets';
