import { beforeAll, expect, it } from 'vitest'
import { writeSearch } from '~/modules/catalog/write-search.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findSuggestions } from './find-suggestions.server'

let sellerId = ''
beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})

async function hang(titleZh: string, titleEn: string, publishedAt: string) {
  const { productId } = await buildPiece({ sellerId, titleZh })
  await owner.product.update({ where: { id: productId }, data: { publishedAt: new Date(publishedAt) } })
  const words = { title: titleEn, story: '', materials: '', reviewedAt: new Date() }
  await owner.productText.create({ data: { productId, locale: 'en', ...words } })
  await owner.$transaction((tx) => writeSearch(tx, productId))
}

it('says what has the word before what only sounds or begins like it, however new that is', async () => {
  await hang('团扇', 'Painted silk fan', '2026-01-01')
  for (const day of [1, 2, 3, 4, 5, 6, 7])
    await hang(`方巾第 ${day} 块`, `Square cloth no ${day}`, `2026-02-0${day}`)
  const found = await findSuggestions('fan', 'en')
  expect(found[0]).toBe('Painted silk fan')
  expect(found).toContain('Square cloth no 7')
  expect(new Set(found).size).toBe(found.length)
  expect(found.length).toBeLessThanOrEqual(6)
})

it('goes on from a word that is still being typed, and from its sound', async () => {
  expect(await findSuggestions('paint', 'en')).toContain('Painted silk fan')
  expect(await findSuggestions('tuanshan', 'zh-CN')).toContain('团扇')
  expect(await findSuggestions('团', 'zh-CN')).toContain('团扇')
  expect(await findSuggestions('', 'en')).toEqual([])
})
