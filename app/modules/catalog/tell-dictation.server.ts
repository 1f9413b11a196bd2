import { findPrincipal } from '~/modules/mandates/find-principal.server'
import { readSecret } from '~/modules/people/read-secret.server'
import { paths } from '~/paths'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { translator } from '~/platform/i18n/translate'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'

/**
 * Tells a maker on her phone that what she said has been typed up and waits to be read; never what it says. Once, however often the job runs: what the carrier has taken is written down in the same
 * transaction. Without a carrier or a phone she finds it in her studio.
 */
export async function tellDictation({ revisionId }: { revisionId: string }): Promise<void> {
  const sms = findSmsSender()
  if (!sms) return
  await inScope(
    { job: 'sign_in' },
    async (tx) => {
      const [told] = await withinScope(
        tx,
        { job: 'listing' },
        () => tx.$queryRaw<{ productId: string; sellerId: string }[]>`
        UPDATE "Dictation" d SET "toldAt" = app_now() FROM "ListingRevision" l JOIN "Product" p ON p.id = l."productId"
        WHERE d."revisionId" = ${revisionId}::uuid AND l.id = d."revisionId" AND d."typedAt" IS NOT NULL AND d."toldAt" IS NULL AND d."confirmedAt" IS NULL
        RETURNING p.id::text AS "productId", p."sellerId"::text AS "sellerId"`,
      )
      const personId = told && (await findPrincipal(tx, told.sellerId))
      const phone = personId && (await readSecret(tx, { personId, field: 'phone' }))
      if (!told || !phone) return
      const link = publicOrigin() + paths.studioVoice({ productId: told.productId })
      await sms.sendText({ phone, text: translator('zh-CN')('voice.sms', { link }) })
    },
    { timeout: 45_000 },
  )
}
