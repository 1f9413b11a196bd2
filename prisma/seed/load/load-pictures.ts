import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { crafts } from '../data/crafts'
import { samplePictures } from '../pictures/pictures'
import type { LoadContext } from './load-context'

const folder = new URL('../pictures/', import.meta.url)

/** index.tsv words of a view → the words of Media.shot. */
const shotOf: Record<string, string> = {
  whole: 'whole',
  detail: 'detail',
  macro: 'detail',
  'in-use': 'hanging',
}

/** The sample pictures as media rows: their sizes are made when a page first asks for them. Then the crafts, each with its close-up. */
export async function loadPictures({ tx, media, crafts: loaded }: LoadContext): Promise<void> {
  const data = samplePictures.map((row) => {
    const bytes = readFileSync(new URL(row.file, folder))
    const id = crypto.randomUUID()
    const shot = shotOf[row.shot] ?? 'whole'
    media.set(row.file, { id, shot })
    return {
      id,
      contentHash: createHash('sha256').update(bytes).digest('hex'),
      width: row.width,
      height: row.height,
      bytes: bytes.length,
      altZh: `${row.alt_zh}（示例图）`,
      altEn: `${row.alt_en} (sample picture)`,
      shot,
      sampleFile: row.file,
    }
  })
  await tx.media.createMany({ data })
  for (const [position, craft] of crafts.entries()) {
    const id = crypto.randomUUID()
    loaded.set(craft.code, { id, nameZh: craft.name.zh, nameEn: craft.name.en })
    await tx.craft.create({
      data: {
        id,
        code: craft.code,
        nameZh: craft.name.zh,
        nameEn: craft.name.en,
        sentenceZh: craft.making.zh,
        sentenceEn: craft.making.en,
        position: position + 1,
        mediaId: media.get(craft.swatch)?.id ?? null,
      },
    })
  }
}
