import type { Actor } from '~/modules/auth/actor'
import { readOriginal } from '~/modules/media/read-original.server'
import { prisma } from '~/platform/db/prisma.server'
import { writeZip } from '~/platform/zip/write-zip.server'
import { findOwnPieces, photoName } from './find-own-pieces.server'

/** The photographs of her pieces as a ZIP, byte by byte, named as the table names them. One whose file is gone is left out. Refuses what findOwnPieces refuses, before the first byte. */
export async function getPhotosFile(asked: {
  actor: Actor
  sellerId: string | null
}): Promise<AsyncGenerator<Uint8Array>> {
  const photos: { mediaId: string; name: string }[] = []
  for await (const { code, content } of await findOwnPieces(asked))
    photos.push(...content.photos.map(({ mediaId }, at) => ({ mediaId, name: photoName(code, at) })))
  return writeZip(
    photos.map(({ mediaId, name }) => ({
      name,
      read: async () => {
        const media = await prisma.media.findUnique({
          where: { id: mediaId },
          select: { contentHash: true, sampleFile: true },
        })
        return media && readOriginal(media)
      },
    })),
  )
}
