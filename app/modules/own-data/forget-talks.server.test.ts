import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPhoto } from '~/modules/messages/open-photo.server'
import { sendMessage } from '~/modules/messages/send-message.server'
import { asBuyer, asSeller } from '~/modules/messages/who'
import { inScope } from '~/platform/db/in-scope.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { forgetTalks } from './forget-talks.server'

const tag = () => ({ words: '给您看看', phrase: null, token: crypto.randomUUID() })

/** A maker, and two buyers to both of whom she has sent the same photograph. */
async function sentTwice() {
  const { sellerId, actor } = await buildSeller()
  const maker = asSeller(actor)
  const { slug } = await buildPiece({ sellerId })
  const photo = await sharp({
    create: { width: 40, height: 30, channels: 3, background: `#${crypto.randomUUID().slice(0, 6)}` },
  })
    .jpeg()
    .toBuffer()
  const buyers = [await buildActor({ role: 'buyer' }), await buildActor({ role: 'buyer' })] as const
  const talks: string[] = []
  for (const buyer of buyers) {
    const conversationId = await sendMessage({
      who: asBuyer(buyer),
      about: { slug },
      form: tag(),
      photos: [],
    })
    await sendMessage({ who: maker, about: { conversationId }, form: tag(), photos: [photo] })
    talks.push(conversationId)
  }
  const shown = await owner.messagePhoto.findMany({
    where: { message: { conversationId: { in: talks } } },
    select: { attachmentId: true },
  })
  const attachmentId = shown[0]?.attachmentId ?? ''
  expect(shown.map((one) => one.attachmentId)).toEqual([attachmentId, attachmentId])
  return { maker, slug, buyers, attachmentId, photo }
}

const forget = (personId: string) => inScope({ person: personId }, (tx) => forgetTalks(tx, personId))
const isDestroyed = async (attachmentId: string) =>
  (await owner.attachment.count({ where: { id: attachmentId, key: { destroyedAt: { not: null } } } })) === 1

beforeAll(async () => {
  await buildGround()
})

describe('a photograph that its maker sent in two conversations', () => {
  it('stays where the other one shows it, is gone from hers, and is destroyed with the last', async () => {
    const { maker, buyers, attachmentId, photo } = await sentTwice()
    const [her, other] = buyers
    await forget(her.personId)
    await expect(openPhoto({ who: asBuyer(her), attachmentId })).rejects.toMatchObject({ status: 404 })
    expect(await openPhoto({ who: asBuyer(other), attachmentId })).toEqual(photo)
    expect(await openPhoto({ who: maker, attachmentId })).toEqual(photo)
    await forget(other.personId)
    expect(await isDestroyed(attachmentId)).toBe(true)
    await expect(openPhoto({ who: maker, attachmentId })).rejects.toMatchObject({ status: 404 })
  })

  it('is destroyed when both buyers close their accounts at the same moment', async () => {
    const { buyers, attachmentId } = await sentTwice()
    await Promise.all(buyers.map(({ personId }) => forget(personId)))
    expect(await isDestroyed(attachmentId)).toBe(true)
  })

  it('is there in a conversation in which she sends it while the other one is forgotten', async () => {
    const { maker, slug, buyers, attachmentId, photo } = await sentTwice()
    const [her, other] = buyers
    await forget(other.personId)
    const third = await buildActor({ role: 'buyer' })
    const conversationId = await sendMessage({
      who: asBuyer(third),
      about: { slug },
      form: tag(),
      photos: [],
    })
    await Promise.all([
      forget(her.personId),
      sendMessage({ who: maker, about: { conversationId }, form: tag(), photos: [photo] }),
    ])
    const sent = await owner.messagePhoto.findFirstOrThrow({ where: { message: { conversationId } } })
    expect(await openPhoto({ who: asBuyer(third), attachmentId: sent.attachmentId })).toEqual(photo)
    expect(await isDestroyed(attachmentId)).toBe(sent.attachmentId !== attachmentId)
  })
})
