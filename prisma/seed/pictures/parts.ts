import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type SamplePicture, samplePicture } from './pictures'

const Row = z.object({
  group: z.string(),
  picture: z.string(),
  left: z.coerce.number(),
  top: z.coerce.number(),
  share: z.coerce.number(),
  part_zh: z.string(),
  part_en: z.string(),
})

const rows = z.array(Row).parse(
  parse(readFileSync(new URL('parts.tsv', import.meta.url)), {
    columns: true,
    delimiter: '\t',
    quote: false,
  }),
)

/** A piece of a sample picture, seen closer: where it lies in it in pixels, and what it shows. */
type PicturePart = {
  /** as Media.sampleFile has it: the file and the rectangle */
  file: string
  of: SamplePicture
  width: number
  height: number
  zh: string
  en: string
}

/**
 * The parts of a picture worth a closer look, in the order to be shown. A row of parts.tsv holds for the group of its name and for those whose names
 * begin with it; of several the longest name alone.
 */
export function partsOf(file: string): PicturePart[] {
  const of = samplePicture(file)
  const names = rows.map(({ group }) => group).filter((name) => `${of.group}-`.startsWith(`${name}-`))
  const nearest = names.toSorted((a, b) => b.length - a.length)[0]
  return rows
    .filter(({ group, picture }) => group === nearest && file === `${of.group}-${picture}.webp`)
    .map(({ left, top, share, part_zh, part_en }) => {
      const [width, height] = [Math.round(share * of.width), Math.round(share * of.height)]
      const [x, y] = [Math.round(left * of.width), Math.round(top * of.height)]
      return { file: `${file}@${x},${y},${width},${height}`, of, width, height, zh: part_zh, en: part_en }
    })
}
