import type { PrismaClient } from '~/generated/prisma/client'
import { synonymWords } from '~/modules/search/synonyms'
import { addToVocabulary, writeSearchWords } from '~/modules/search/write-search-words.server'
import type { Tx } from '~/platform/db/prisma.server'
import { writeMakerSearch, writePieceSearch } from './write-search.server'

const batch = 100

/** Runs a part of the work in a transaction of its own, or in the one that is open. */
type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/**
 * Makes the whole search index anew from what it is made of: entries, words, vocabulary. The shop goes on meanwhile: pieces and makers are written a hundred at a time, and
 * only corrections of typing errors are fewer until it is done. Returns how many pieces it went through.
 */
export async function rebuildSearch(inTransaction: InTransaction): Promise<number> {
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT search_rebuild()`
    await tx.searchSlip.deleteMany()
    await addToVocabulary(tx, synonymWords)
    await writeCrafts(tx)
  })
  const pieces = await inTransaction((tx) =>
    tx.productText.findMany({
      where: { locale: 'zh-CN' },
      select: { productId: true },
      orderBy: { productId: 'asc' },
    }),
  )
  for (let at = 0; at < pieces.length; at += batch)
    await inTransaction(async (tx) => {
      for (const { productId } of pieces.slice(at, at + batch)) await writePieceSearch(tx, productId)
    })
  const makers = await inTransaction((tx) =>
    tx.seller.findMany({ select: { id: true }, orderBy: { id: 'asc' } }),
  )
  for (let at = 0; at < makers.length; at += batch)
    await inTransaction(async (tx) => {
      for (const { id } of makers.slice(at, at + batch)) await writeMakerSearch(tx, id)
    })
  return pieces.length
}

async function writeCrafts(tx: Tx): Promise<void> {
  const crafts = await tx.craft.findMany({
    select: { id: true, nameZh: true, nameEn: true, sentenceZh: true, sentenceEn: true },
  })
  for (const { id, nameZh, nameEn, sentenceZh, sentenceEn } of crafts)
    await writeSearchWords(
      tx,
      { kind: 'craft', id },
      { names: [nameZh, nameEn], others: [sentenceZh, sentenceEn] },
    )
}

/** Parts in transactions of their own, each long enough for a hundred pieces. */
export function eachIn(client: PrismaClient): InTransaction {
  return (work) => client.$transaction(work, { timeout: 120_000, maxWait: 12_000 })
}
