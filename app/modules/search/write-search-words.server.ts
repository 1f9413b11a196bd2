import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { type SearchableText, tokensOf } from './search-tokens.server'
import { slipsOfNames } from './vocabulary.server'

/** What is written: its id, and which kind of thing it is. */
export type Found = { kind: 'product' | 'maker' | 'craft'; id: string }

const ownColumn = {
  product: Prisma.sql`"productId"`,
  maker: Prisma.sql`"sellerId"`,
  craft: Prisma.sql`"craftId"`,
} as const

/**
 * Writes by which words something is found, and adds its names to the vocabulary. It holds the index's lock until the transaction ends: call it last,
 * when nothing else is left to lock.
 */
export async function writeSearchWords(tx: Tx, { kind, id }: Found, text: SearchableText): Promise<void> {
  const { names, words } = tokensOf(text)
  await tx.$executeRaw`SELECT search_lock()`
  await tx.$executeRaw`
    INSERT INTO "SearchEntry" (id, kind, ${ownColumn[kind]}, names, words)
    VALUES (${id}::uuid, ${kind}::"SearchKind", ${id}::uuid, to_tsvector('simple', ${names}), to_tsvector('simple', ${words}))
    ON CONFLICT (id) DO UPDATE SET names = EXCLUDED.names, words = EXCLUDED.words`
  await addToVocabulary(tx, text.names)
}

/** Adds names to the vocabulary that typing errors are corrected against; what is there already stays. */
export async function addToVocabulary(tx: Tx, names: readonly (string | null)[]): Promise<void> {
  const slips = slipsOfNames(names)
  const column = (name: 'slip' | 'form' | 'shown') => slips.map((slip) => slip[name])
  await tx.$executeRaw`
    INSERT INTO "SearchSlip" (slip, form, shown)
    SELECT * FROM unnest(${column('slip')}::text[], ${column('form')}::text[], ${column('shown')}::text[]) ON CONFLICT DO NOTHING`
}
