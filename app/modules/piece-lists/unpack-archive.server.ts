import { acceptPicture } from '~/modules/media/accept-picture.server'
import { pictureLimits } from '~/modules/media/picture-limits'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { message } from '~/platform/fields'
import { openZip, type ZipEntry, ZipFault } from '~/platform/zip/open-zip.server'
import { archiveLimits } from './archive-limits'
import { ArchiveReader } from './archive-reader.server'

const megabyte = 1024 * 1024
const unpacking = <T>(work: (tx: Tx) => Promise<T>) => inScope({ job: 'listing' }, work)

/**
 * Takes the pictures out of an archive that came whole, one after the other, each through the way of every photograph: a picture is stored once, however often it comes. One that was taken out before a crash is
 * not taken again. What is no picture is kept by its name with the reason. Done twice, or for an archive that is gone, it changes nothing.
 */
export async function unpackArchive({ archiveId }: { archiveId: string }): Promise<void> {
  const archive = await unpacking((tx) =>
    tx.photoArchive.findFirst({
      where: { id: archiveId, state: 'unpacking' },
      select: { listId: true, bytes: true, list: { select: { sellerId: true } } },
    }),
  )
  if (!archive) return
  const { listId, bytes } = archive
  const { sellerId } = archive.list
  try {
    const source = { reader: new ArchiveReader(archiveId), size: bytes }
    const entries = await openZip(source, archiveLimits)
    if (entries.length === 0) return await finish(archiveId, message('pieces.archive_empty'))
    const here = await unpacking(async (tx) => {
      await tx.photoArchive.updateMany({ where: { id: archiveId }, data: { entries: entries.length } })
      return tx.pieceListPhoto.findMany({ where: { listId, archiveId }, select: { name: true } })
    })
    const taken = new Set(here.map(({ name }) => name))
    for (const entry of entries) {
      const name = entry.name.slice(0, 200)
      if (taken.has(name)) continue
      taken.add(name)
      const photo = await takeOut(entry, sellerId)
      if (!(await keep({ listId, archiveId, name, ...photo }))) return
    }
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    if (!(await isThere(archiveId))) return
    const { files, unpacked } = archiveLimits
    return await finish(
      archiveId,
      message(`pieces.archive_${error.kind}`, { files, max: unpacked / megabyte }),
    )
  }
  await finish(archiveId, null)
}

type Taken = { mediaId: string | null; fault: string | null }

async function takeOut(entry: ZipEntry, sellerId: string): Promise<Taken> {
  try {
    const { maxBytes } = pictureLimits
    if (entry.bytes > maxBytes) {
      const actual = (entry.bytes / megabyte).toFixed(1)
      throw new Refusal('studio.pictureTooHeavy', 422, { max: maxBytes / megabyte, actual })
    }
    const { mediaId } = await acceptPicture({ sellerId, bytes: await entry.read() })
    return { mediaId, fault: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { mediaId: null, fault: message(error.key, error.params) }
  }
}

type Photo = { listId: string; archiveId: string; name: string } & Taken

/** Under its name, instead of an earlier one, but for what is no picture: that never takes the place of one. False when the archive is gone meanwhile. */
function keep({ listId, archiveId, name, mediaId, fault }: Photo): Promise<boolean> {
  return unpacking(async (tx) => {
    const [archive] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "PhotoArchive" WHERE id = ${archiveId}::uuid AND state = 'unpacking' FOR UPDATE`
    if (!archive) return false
    const before = await tx.pieceListPhoto.findUnique({
      where: { listId_name: { listId, name } },
      select: { mediaId: true },
    })
    if (mediaId === null && before?.mediaId) return true
    const photo = { archiveId, mediaId, fault }
    await tx.pieceListPhoto.upsert({
      where: { listId_name: { listId, name } },
      create: { listId, name, ...photo },
      update: photo,
      select: { id: true },
    })
    return true
  })
}

async function isThere(archiveId: string): Promise<boolean> {
  return (await unpacking((tx) => tx.photoArchive.count({ where: { id: archiveId } }))) > 0
}

/** Its bytes go; with a fault, no picture of it counts. */
async function finish(archiveId: string, fault: string | null): Promise<void> {
  await unpacking(async (tx) => {
    const { count } = await tx.photoArchive.updateMany({
      where: { id: archiveId, state: 'unpacking' },
      data: { state: fault === null ? 'done' : 'refused', fault },
    })
    if (count === 0) return
    await tx.photoArchivePiece.deleteMany({ where: { archiveId } })
  })
}
