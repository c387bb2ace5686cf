/** True in the production build; checks that are only for developers and tests are skipped then. */
export const isProduction = process.env.NODE_ENV === 'production';
