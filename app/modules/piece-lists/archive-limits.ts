import { archivePieceLimit } from '~/body-limits'

/** The ZIP with the photographs of a table, and the pieces in which it travels. Browser-safe: the page says the same numbers. */
export const archiveLimits = {
  /** of the ZIP */
  bytes: 200 * 1024 * 1024,
  files: 300,
  unpacked: 300 * 1024 * 1024,
  ratio: 100,
  pieceBytes: archivePieceLimit,
} as const
