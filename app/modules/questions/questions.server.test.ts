import { beforeAll, describe, expect, it } from 'vitest'
import { findProductPage } from '~/modules/catalog/find-product-page.server'
import { joinVisitors } from '~/modules/favourites/join-visitors.server'
import type { VisitorProof } from '~/modules/favourites/visitor-cookie.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { answerQuestion } from './answer-question.server'
import { askQuestion } from './ask-question.server'
import { countWaitingQuestions } from './count-waiting-questions.server'
import { findAskedQuestions, findDeskQuestions, findMakerQuestions } from './find-questions.server'
import { hideQuestion } from './hide-question.server'
import { AskForm, mostPerDay } from './schema'

beforeAll(buildGround)

const stranger: VisitorProof = { userId: null, tokens: [] }
let addresses = 0
function nextAddress(): string {
  addresses += 1
  return `10.0.0.${addresses}`
}

/** A stranger asks; what her cookie proves afterwards. */
async function ask(slug: string, words: string, visitor: VisitorProof = stranger): Promise<VisitorProof> {
  const { token } = await askQuestion({ visitor, slug, words, address: nextAddress() })
  return token === null ? visitor : { userId: null, tokens: [token] }
}

async function buildAsked(words = '绳子多粗？') {
  const seller = await buildSeller()
  const piece = await buildPiece({ sellerId: seller.sellerId })
  const guest = await ask(piece.slug, words)
  const [question] = await findMakerQuestions({ actor: seller.actor, locale: 'zh-CN' })
  return { ...seller, piece, guest, questionId: question?.id ?? '' }
}

const shownOn = async (slug: string) =>
  (await findProductPage(slug, 'zh-CN'))?.questions.map(({ words, answer }) => [words, answer])

describe('a question', () => {
  it('reaches the maker without who asked, and stands on the page once she answers', async () => {
    const { actor, piece, guest, questionId } = await buildAsked()
    expect(await shownOn(piece.slug)).toEqual([])
    expect(await countWaitingQuestions({ actor })).toBe(1)
    const [seen] = await findMakerQuestions({ actor, locale: 'zh-CN' })
    expect(Object.keys(seen ?? {}).sort()).toEqual(
      ['answer', 'askedOn', 'hiddenReason', 'id', 'isHidden', 'slug', 'title', 'words'].sort(),
    )
    await answerQuestion({ actor, questionId, answer: '五号线，两毫米半。' })
    await answerQuestion({ actor, questionId, answer: '五号线，两毫米半。' })
    expect(await shownOn(piece.slug)).toEqual([['绳子多粗？', '五号线，两毫米半。']])
    expect(await countWaitingQuestions({ actor })).toBe(0)
    expect(await findAskedQuestions({ visitor: guest, locale: 'zh-CN' })).toMatchObject([
      { words: '绳子多粗？', answer: '五号线，两毫米半。' },
    ])
    expect(await findAskedQuestions({ visitor: stranger, locale: 'zh-CN' })).toEqual([])
    expect(
      await owner.auditEvent.count({ where: { subjectId: questionId, action: 'question.answered' } }),
    ).toBe(1)
  })

  it('is answered by its maker alone', async () => {
    const { questionId } = await buildAsked()
    const other = await buildSeller()
    await expect(
      answerQuestion({ actor: other.actor, questionId, answer: '不是我做的。' }),
    ).rejects.toMatchObject({ status: 404 })
    expect(await findMakerQuestions({ actor: other.actor, locale: 'zh-CN' })).toEqual([])
  })

  it('is hidden by the coordinator of her region alone, and then neither shown nor answered', async () => {
    const { actor, piece, questionId } = await buildAsked()
    await answerQuestion({ actor, questionId, answer: '两毫米半。' })
    const hers = await buildActor({ role: 'coordinator', region: '620123' })
    const others = await buildActor({ role: 'coordinator', region: '620121' })
    await expect(hideQuestion({ actor: others, questionId, reason: '试一试' })).rejects.toMatchObject({
      status: 404,
    })
    const ids = async (coordinator: typeof hers) =>
      (await findDeskQuestions({ actor: coordinator, locale: 'zh-CN' })).map(({ id }) => id)
    expect(await ids(hers)).toContain(questionId)
    expect(await ids(others)).not.toContain(questionId)
    for (const reason of ['和这件东西无关', '再点一次'])
      await hideQuestion({ actor: hers, questionId, reason })
    expect(await shownOn(piece.slug)).toEqual([])
    expect(await findMakerQuestions({ actor, locale: 'zh-CN' })).toMatchObject([
      { isHidden: true, hiddenReason: '和这件东西无关' },
    ])
    await expect(answerQuestion({ actor, questionId, answer: '那改一句。' })).rejects.toMatchObject({
      key: 'question.wasHidden',
    })
    expect(
      await owner.auditEvent.count({ where: { subjectId: questionId, action: 'question.hidden' } }),
    ).toBe(1)
  })

  it('is one however often it is sent, and a fourth waits until one is answered', async () => {
    const { piece, guest, actor, questionId } = await buildAsked()
    for (const words of ['绳子多粗？', '有蓝的吗？', '有蓝的吗？', '能挂多高？'])
      await ask(piece.slug, words, guest)
    expect(await countWaitingQuestions({ actor })).toBe(3)
    await expect(ask(piece.slug, '第四句', guest)).rejects.toMatchObject({ key: 'question.enough' })
    await answerQuestion({ actor, questionId, answer: '两毫米半。' })
    await ask(piece.slug, '第四句', guest)
    expect(await countWaitingQuestions({ actor })).toBe(3)
  })

  it('comes twenty times a day from one address and no more', async () => {
    const { piece, questionId } = await buildAsked()
    await owner.$executeRaw`
      INSERT INTO "Question" (id, "productId", words, "addressHash") SELECT gen_random_uuid(), "productId", '第 ' || n || ' 句', "addressHash"
      FROM "Question", generate_series(1, ${mostPerDay - 1}::int) n WHERE id = ${questionId}::uuid`
    const address = `10.0.0.${addresses}`
    await expect(
      askQuestion({ visitor: stranger, slug: piece.slug, words: '还有一句', address }),
    ).rejects.toMatchObject({ key: 'question.dayFull', status: 429 })
    await ask(piece.slug, '别处来的一句')
  })

  it('becomes the account’s at sign-in', async () => {
    const { guest } = await buildAsked('能刻字吗？')
    const { userId } = await buildActor({ role: 'buyer' })
    await joinVisitors({ userId, tokens: guest.tokens })
    expect(await findAskedQuestions({ visitor: { userId, tokens: [] }, locale: 'zh-CN' })).toMatchObject([
      { words: '能刻字吗？' },
    ])
  })

  it('is about a piece on sale, and gives away no way to reach anybody', async () => {
    const { sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId })
    await owner.product.update({ where: { id: piece.productId }, data: { status: 'paused' } })
    for (const slug of [piece.slug, 'no-such-piece'])
      await expect(ask(slug, '还卖吗？')).rejects.toMatchObject({ status: 404 })
    const fault = AskForm.safeParse({ words: '打我电话 13800000101' }).error?.issues[0]?.message
    expect(fault).toContain('question.noNumber')
  })
})
