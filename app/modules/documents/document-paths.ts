import { paths } from '~/paths'
import type { DocumentKind } from './document-kinds'

/** The public page of each document; with a version, that one. */
export const documentPath = {
  terms: paths.terms,
  privacy: paths.privacy,
  rules: paths.rules,
} as const satisfies Record<DocumentKind, (query?: Record<string, string>) => string>
