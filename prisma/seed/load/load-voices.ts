import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepVoice } from '~/modules/voices/keep-voice.server'
import { before, type LoadContext, need } from './load-context'

const folder = join(import.meta.dirname, '..', 'voices')

/** A recording (prisma/seed/voices/README.md), by the slug of the piece that it is about. */
const spoken = {
  slug: 'endless-knot-on-indigo-cloth',
  seconds: 30,
  maker: '13800000101',
  typist: '13800000103',
} as const

/** One piece is told instead of written: recorded, typed up by a coordinator, confirmed by its maker, approved, and heard in the shop because she has agreed to it. */
export async function loadVoices({ tx, users, now }: LoadContext): Promise<void> {
  const { slug, seconds } = spoken
  const { id: productId, revisions } = await tx.product.findUniqueOrThrow({
    where: { slug },
    select: { id: true, revisions: { where: { state: 'approved' }, select: { id: true, reviewedAt: true } } },
  })
  const [revision] = revisions
  const approvedAt = revision?.reviewedAt
  if (!approvedAt) throw new Error(`the sample data lets ${slug} be heard, which was never approved`)
  const recordedById = need(users, spoken.maker)
  const { personId } = await tx.user.findUniqueOrThrow({
    where: { id: recordedById },
    select: { personId: true },
  })
  const bytes = readFileSync(join(folder, `${slug}.mp3`))
  const { id } = await keepVoice(tx, { productId, speakerId: personId, recordedById, bytes, seconds })
  await tx.voiceNote.update({ where: { id }, data: { approvedAt } })
  const { title, story, materials } = await tx.productText.findFirstOrThrow({
    where: { productId, locale: 'zh-CN' },
    select: { title: true, story: true, materials: true },
  })
  await tx.dictation.create({
    data: {
      revisionId: revision.id,
      handedInAt: before(approvedAt, 2),
      typedAt: before(approvedAt, 1),
      typedById: need(users, spoken.typist),
      titleZh: title,
      storyZh: story,
      materialsZh: materials,
      toldAt: before(approvedAt, 1),
      confirmedAt: before(approvedAt, 0, 8),
    },
  })
  const text = await tx.textVersion.findFirstOrThrow({ where: { kind: 'public_voice', locale: 'zh-CN' } })
  await tx.consent.create({
    data: {
      personId,
      purpose: 'public_voice',
      textVersionId: text.id,
      means: 'tick',
      givenAt: before(now, 1),
    },
  })
}
