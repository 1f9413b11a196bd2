import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

const Row = z.object({
  file: z.string(),
  craft: z.string(),
  subject: z.string(),
  subject_en: z.string(),
  motif: z.string(),
  tone: z.string(),
  shot: z.string(),
  group: z.string(),
  width: z.coerce.number(),
  height: z.coerce.number(),
  alt_zh: z.string(),
  alt_en: z.string(),
})

/** A row of index.tsv. */
export type SamplePicture = z.infer<typeof Row>

const table = readFileSync(new URL('index.tsv', import.meta.url))

/** The sample pictures, in the order of index.tsv. */
export const samplePictures: readonly SamplePicture[] = z
  .array(Row)
  .parse(parse(table, { columns: true, delimiter: '\t', quote: false }))

const byFile = new Map(samplePictures.map((picture) => [picture.file, picture]))

/** The picture of that name. Throws for a name that index.tsv does not have. */
export function samplePicture(file: string): SamplePicture {
  const picture = byFile.get(file)
  if (!picture) throw new Error(`index.tsv has no picture ${file}`)
  return picture
}
