import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { crafts } from '../data/crafts'
import { partsOf } from '../pictures/parts'
import { samplePictures } from '../pictures/pictures'
import type { LoadContext } from './load-context'

const folder = new URL('../pictures/', import.meta.url)

/** index.tsv words of a view → the words of Media.shot. */
const shotOf: Record<string, string> = {
  whole: 'whole',
  detail: 'detail',
  macro: 'detail',
  'in-use': 'in-use',
  scale: 'scale',
  making: 'making',
}

/** The sample pictures and their parts as media rows: their sizes are made when a page first asks for them. Then the crafts, each with its close-up. */
export async function loadPictures({ tx, media, crafts: loaded }: LoadContext): Promise<void> {
  const data = samplePictures.flatMap((row) => {
    const bytes = readFileSync(new URL(row.file, folder))
    const whole = {
      id: crypto.randomUUID(),
      contentHash: hashOf(bytes),
      width: row.width,
      height: row.height,
      bytes: bytes.length,
      altZh: `${row.alt_zh}（示例图）`,
      altEn: `${row.alt_en} (sample picture)`,
      shot: shotOf[row.shot] ?? 'whole',
      sampleFile: row.file,
    }
    const parts = partsOf(row.file).map(({ file, width, height, zh, en }) => ({
      ...whole,
      id: crypto.randomUUID(),
      contentHash: hashOf(bytes, file),
      width,
      height,
      altZh: `${row.subject.replace('（细部）', '')}，近看${zh}（示例图）`,
      altEn: `${capital(row.subject_en.replace(/, (?:close|detail)$/, ''))}: ${en}, close up (sample picture)`,
      shot: 'detail',
      sampleFile: file,
    }))
    return [whole, ...parts]
  })
  for (const { sampleFile, id, shot } of data) media.set(sampleFile, { id, shot })
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

function hashOf(...contents: (Buffer | string)[]): string {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content)
  return hash.digest('hex')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
