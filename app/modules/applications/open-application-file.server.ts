import { type OpenedAttachment, openAttachment } from '~/modules/attachments/open-attachment.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope, type Scope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'

type OpenInput = { actor: Actor; applicationId: string; attachmentId: string }

/** A picture of an application of the coordinator's region, of her work or of the licence, and no other file; audited. */
export function openApplicationFile({ actor, ...which }: OpenInput): Promise<OpenedAttachment> {
  return openWithin({ actor, scope: actor.scope, which })
}

/** A picture of her own application. */
export function openOwnFile({
  actor,
  attachmentId,
}: Omit<OpenInput, 'applicationId'>): Promise<OpenedAttachment> {
  return openWithin({ actor, scope: { person: actor.personId }, which: { attachmentId } })
}

async function openWithin({
  actor,
  scope,
  which: { applicationId, attachmentId },
}: {
  actor: Actor
  scope: Scope
  which: { applicationId?: string; attachmentId: string }
}): Promise<OpenedAttachment> {
  const isThere = await inScope(scope, (tx) =>
    tx.sellerApplication.count({
      where: {
        ...(applicationId ? { id: applicationId } : { personId: actor.personId }),
        OR: [{ licencePhotoId: attachmentId }, { photos: { some: { attachmentId } } }],
      },
    }),
  )
  if (isThere === 0) throw notFound()
  return openAttachment({ actor, attachmentId })
}
