import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { storage } from '~/platform/storage/storage.server'

/** Sample pictures lie in the project, not among the stored files. The process runs in the project's folder. */
const sampleFolder = resolve('prisma/seed/pictures')

/** The bytes from which a picture's sizes are made: its stored original, or the project's file of a sample picture; null when they are gone. */
export async function readOriginal(picture: {
  contentHash: string
  sampleFile: string | null
}): Promise<Buffer | null> {
  const stored = await storage.readAll(picture.contentHash)
  if (stored || picture.sampleFile === null) return stored
  return readFile(resolve(sampleFolder, basename(picture.sampleFile))).catch((error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
}
