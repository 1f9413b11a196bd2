import { prisma } from '~/platform/db/prisma.server'
import type { StoredFile } from '~/platform/storage/file-store'
import { storage } from '~/platform/storage/storage.server'
import { makeSizes } from './make-sizes.server'
import { type PictureFile, pictureFileName } from './picture-names'
import { takePictureTurn } from './picture-turn.server'
import { readOriginal } from './read-original.server'

/** Sizes being made now, by hash: a page asks for a picture many times at once, the work is done once. */
const making = new Map<string, Promise<boolean>>()

/**
 * One size of a picture as a stream; null when there is no such picture. WebP and JPEG sizes that are not there yet (sample pictures, a lost file) are
 * made on the first request and kept; AVIF is only ever made by its job.
 */
export async function openPicture(file: PictureFile): Promise<StoredFile | null> {
  const name = pictureFileName(file)
  const stored = await storage.open(name)
  if (stored || file.format === 'avif') return stored
  const job = making.get(file.hash) ?? makeMissing(file.hash)
  making.set(file.hash, job)
  const isMade = await job.finally(() => making.delete(file.hash))
  return isMade ? storage.open(name) : null
}

async function makeMissing(hash: string): Promise<boolean> {
  const picture = await prisma.media.findFirst({
    where: { contentHash: hash },
    select: { contentHash: true, sampleFile: true, width: true, height: true },
    orderBy: { createdAt: 'asc' },
  })
  const original = picture && (await readOriginal(picture))
  if (!original) return false
  await takePictureTurn(picture.width * picture.height, () => makeSizes(hash, original, ['webp', 'jpg']))
  return true
}
