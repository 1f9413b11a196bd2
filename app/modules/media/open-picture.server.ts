import { prisma } from '~/platform/db/prisma.server'
import type { StoredFile } from '~/platform/storage/file-store'
import { storage } from '~/platform/storage/storage.server'
import { makeSize } from './make-sizes.server'
import { type PictureFile, pictureFileName } from './picture-names'
import { takePictureTurn } from './picture-turn.server'
import { readOriginal } from './read-original.server'

/** Sizes being made now, by file name: a page asks for a picture many times at once, the work is done once. */
const making = new Map<string, Promise<boolean>>()

/**
 * One size of a picture as a stream; null when there is no such picture. A size that is not there yet (a sample picture's, a lost file's) is made on the
 * first request, that size alone, and kept; AVIF only for a picture whose job has run.
 */
export async function openPicture(file: PictureFile): Promise<StoredFile | null> {
  const name = pictureFileName(file)
  const stored = await storage.open(name)
  if (stored) return stored
  const job = making.get(name) ?? makeMissing(file)
  making.set(name, job)
  const isMade = await job.finally(() => making.delete(name))
  return isMade ? storage.open(name) : null
}

async function makeMissing(file: PictureFile): Promise<boolean> {
  const picture = await prisma.media.findFirst({
    where: { contentHash: file.hash, ...(file.format === 'avif' ? { avifAt: { not: null } } : {}) },
    select: { contentHash: true, sampleFile: true, width: true, height: true },
    orderBy: { createdAt: 'asc' },
  })
  const original = picture && (await readOriginal(picture))
  if (!original) return false
  await takePictureTurn(picture.width * picture.height, () => makeSize(file, original))
  return true
}
