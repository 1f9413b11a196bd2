import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { RandomAccessReader } from 'yauzl'
import { inScope } from '~/platform/db/in-scope.server'

/** Reads an archive where its pieces lie, as many as a range needs, one at a time: it never stands in memory as a whole. */
export class ArchiveReader extends RandomAccessReader {
  readonly #archiveId: string

  constructor(archiveId: string) {
    super()
    this.#archiveId = archiveId
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(bytesBetween(this.#archiveId, start, end), { objectMode: false })
  }
}

async function* bytesBetween(archiveId: string, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const from = { lte: at }
    const piece = await inScope({ job: 'listing' }, (tx) =>
      tx.photoArchivePiece.findFirst({
        where: { archiveId, start: from },
        orderBy: { start: 'desc' },
        select: { start: true, body: true },
      }),
    )
    const body = piece
      ? Buffer.from(piece.body).subarray(at - piece.start, end - piece.start)
      : Buffer.alloc(0)
    // its pieces are gone: another was sent instead
    if (body.length === 0) throw new Error('a piece of the archive is missing')
    yield body
    at += body.length
  }
}
