/** What the shop runs by, each with versions of its own. */
export const documentKinds = ['terms', 'privacy', 'rules'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Whole days for which a new version stands published before it holds (E-commerce Law art. 34: at least seven). */
export const noticeDays = 7
