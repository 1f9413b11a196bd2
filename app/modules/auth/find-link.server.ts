import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { maskEmail } from '~/platform/fields'
import { openDataKey, unseal } from '~/platform/secrets/envelope.server'
import { sameHash, tokenHash } from '~/platform/secrets/token.server'

export type LinkView = {
  maskedEmail: string
  /** it was opened in the browser that asked for it */
  isSameBrowser: boolean
}

/** What stands behind a link that can still be used; null for one that is late, used, replaced or none. Reading spends nothing: mail scanners open links. */
export async function findLink({
  token,
  browser,
}: {
  token: string
  browser: string | null
}): Promise<LinkView | null> {
  return inScope({ job: 'sign_in' }, async (tx) => {
    const [row] = await tx.$queryRaw<SealedLink[]>`
      SELECT id::text, "keyId"::text, cipher, "browserHash" FROM "EmailLink"
      WHERE "tokenHash" = ${tokenHash(token)} AND "consumedAt" IS NULL AND "expiresAt" > app_now()`
    if (!row) return null
    return {
      maskedEmail: maskEmail(await openEmail(tx, row)),
      isSameBrowser: browser !== null && sameHash(row.browserHash, tokenHash(browser)),
    }
  })
}

export type SealedLink = { id: string; keyId: string; cipher: Uint8Array; browserHash: Uint8Array }

/** The address that a link was sent to. */
export async function openEmail(tx: Tx, row: Pick<SealedLink, 'id' | 'keyId' | 'cipher'>): Promise<string> {
  const key = await openDataKey(tx, row.keyId)
  return unseal(key, row.cipher, { table: 'EmailLink', column: 'cipher', row: row.id })
}
