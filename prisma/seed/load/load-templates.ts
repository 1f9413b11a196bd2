import { cloisonne, feitian, gourds } from '../data/templates/boards-and-gourds'
import { embroidery, sachets, tieDye } from '../data/templates/cloth'
import { beadwork, crochet, knots } from '../data/templates/knots-and-beads'
import type { CraftFieldSeed, CraftTemplateSeed } from '../data/templates/types'
import type { LoadContext } from './load-context'

/** What each of the nine crafts asks of a listing. */
const templates: readonly CraftTemplateSeed[] = [
  knots,
  beadwork,
  tieDye,
  crochet,
  embroidery,
  sachets,
  cloisonne,
  gourds,
  feitian,
]

/** The questions and sentences of the crafts, which are there already. */
export async function loadTemplates({ tx }: LoadContext): Promise<void> {
  for (const { craft, fields, phrases } of templates) {
    const { id: craftId } = await tx.craft.findUniqueOrThrow({ where: { code: craft }, select: { id: true } })
    for (const [position, field] of fields.entries())
      await tx.craftField.create({
        data: { craftId, position, ...columnsOf(field) },
        select: { id: true },
      })
    await tx.craftPhrase.createMany({
      data: phrases.map((words, position) => ({ craftId, position, words })),
    })
  }
}

function columnsOf(field: CraftFieldSeed) {
  const { code, name, type, hintZh = null, required = false } = field
  return {
    code,
    kind: type,
    nameZh: name.zh,
    nameEn: name.en,
    hintZh,
    isRequired: required,
    ...(field.type === 'number' ? { unitZh: field.unit.zh, unitEn: field.unit.en, least: field.least } : {}),
    ...(field.type === 'number' || field.type === 'words' ? { most: field.most } : {}),
    ...('options' in field
      ? {
          options: {
            create: field.options.map(([own, nameZh, nameEn], at) => ({
              code: own,
              position: at,
              nameZh,
              nameEn,
            })),
          },
        }
      : {}),
  }
}
