import { z } from 'zod'
import type { Tx } from '~/platform/db/prisma.server'
import { type OpenKey, openDataKey, seal, unseal } from '~/platform/secrets/envelope.server'

const Contact = z.object({ name: z.string(), contact: z.string() })
const Words = z.object({ words: z.string(), ownWork: z.string() })
export type ReportContact = z.output<typeof Contact>
export type ReportWords = z.output<typeof Words>

const placeOf = (column: 'contact' | 'words', row: string) => ({ table: 'Report', column, row })

/** Both sealed parts of a report. */
export function sealReport(
  key: OpenKey,
  id: string,
  { contact, words }: { contact: ReportContact; words: ReportWords },
) {
  return {
    keyId: key.keyId,
    contact: seal(key, JSON.stringify(contact), placeOf('contact', id)),
    words: seal(key, JSON.stringify(words), placeOf('words', id)),
  }
}

type Sealed = { id: string; keyId: string }

/** What was said, in the clear. */
export async function openWords(tx: Tx, row: Sealed & { words: Uint8Array }): Promise<ReportWords> {
  return Words.parse(
    JSON.parse(unseal(await openDataKey(tx, row.keyId), row.words, placeOf('words', row.id))),
  )
}

/** Who said it and how she is reached, in the clear. Whoever shows it to staff writes an audit event first. */
export async function openContact(tx: Tx, row: Sealed & { contact: Uint8Array }): Promise<ReportContact> {
  return Contact.parse(
    JSON.parse(unseal(await openDataKey(tx, row.keyId), row.contact, placeOf('contact', row.id))),
  )
}
