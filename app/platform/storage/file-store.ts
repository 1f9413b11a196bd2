import type { Readable } from 'node:stream'

/** What a stored file answers when it is read. */
export type StoredFile = { stream: Readable; bytes: number }

/**
 * Where files lie. Names are flat, of lower-case letters, digits, dots and dashes, and begin with a content hash: what a name stands for never
 * changes, so that any store (a folder, a bucket) may keep copies for ever.
 */
export type FileStore = {
  /** Keeps bytes under their SHA-256 and returns it (64 hex digits). Known bytes are not written again. */
  put(bytes: Uint8Array): Promise<string>
  /** Keeps bytes under a name that is derived from a hash. Replaces what stood there as a whole: a reader sees old or new, never half. */
  putAs(name: string, bytes: Uint8Array): Promise<void>
  /** The whole file, or null when there is none. */
  readAll(name: string): Promise<Buffer | null>
  /** The file as a stream with its size, or null when there is none. */
  open(name: string): Promise<StoredFile | null>
  exists(name: string): Promise<boolean>
  /** Forgets a file; one that is not there is forgotten already. Whoever reads it at this moment reads it to its end. */
  remove(name: string): Promise<void>
}
