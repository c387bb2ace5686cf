/** The source of the facts of one import. */
export type JobSource = { readonly name: string; readonly dialect: string; readonly database: string };
