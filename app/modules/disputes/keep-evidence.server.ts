import { fileTypeFromBuffer } from 'file-type'
import { keepAttachment } from '~/modules/attachments/keep-attachment.server'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { sum } from '~/platform/money'
import { type Draft, type FileKind, filesLimit, type TextKind, textKinds } from './evidence'
import { findDraft, type KeptFile } from './find-draft.server'
import { lockOpenDispute } from './lock-open-dispute.server'
import { sendEvidence } from './send-evidence.server'
import { tellProvider } from './tell-provider.server'

export type EvidenceTexts = Readonly<Record<TextKind, string>>

/** Where the draft lies now: with the provider too, or with us alone until it can be reached. */
export type Kept = 'kept' | 'keptHere'

type KeepInput = { actor: Actor; disputeId: string }

/** Keeps the words of an answer as a draft. Refuses what `lockOpenDispute` refuses, and one that a colleague is on. */
export function keepTexts({ actor, disputeId, texts }: KeepInput & { texts: EvidenceTexts }): Promise<Kept> {
  return keep({ actor, disputeId }, (tx, draft) => writeTexts(tx, { actor, disputeId, texts, draft }))
}

/**
 * Keeps a paper of an answer, in place of the one of its kind. Refuses (beside `file`) what is no PDF, JPEG or PNG, an empty file, and one with which all papers
 * together would be above 4.5 MB; else what `lockOpenDispute` refuses, and one that a colleague is on.
 */
export async function keepFile({
  actor,
  disputeId,
  kind,
  bytes,
}: KeepInput & { kind: FileKind; bytes: Uint8Array }): Promise<Kept> {
  const type = await fileTypeFromBuffer(bytes)
  if (bytes.length > 0 && !['application/pdf', 'image/jpeg', 'image/png'].includes(type?.mime ?? ''))
    throw new Refusal('dispute.badType', 422, {}, 'file')
  return keep({ actor, disputeId }, async (tx, draft) => {
    const others = [...draft.files].filter(([one]) => one !== kind).map(([, { file }]) => BigInt(file.bytes))
    if (sum(others) + BigInt(bytes.length) > BigInt(filesLimit))
      throw new Refusal('dispute.filesTooLarge', 422, {}, 'file')
    const attachmentId = await keepAttachment(tx, { bytes, uploadedById: actor.userId, field: 'file' })
    await tx.disputeEvidence.create({ data: { disputeId, kind, attachmentId, addedById: actor.userId } })
  })
}

/** Takes a paper back out of the draft; it stays on record. Refuses what `lockOpenDispute` refuses, and one that a colleague is on. */
export function dropFile({ actor, disputeId, kind }: KeepInput & { kind: FileKind }): Promise<Kept> {
  return keep({ actor, disputeId }, async (tx, draft) => {
    if (!draft.files.has(kind)) return
    await tx.disputeEvidence.create({ data: { disputeId, kind, text: '', addedById: actor.userId } })
  })
}

/** Adds the words that differ from the draft's; a field that was filled and is empty now is taken back. */
export async function writeTexts(
  tx: Tx,
  { actor, disputeId, texts, draft }: KeepInput & { texts: EvidenceTexts; draft: Draft<KeptFile> },
): Promise<void> {
  for (const kind of textKinds) {
    if (texts[kind] === (draft.texts.get(kind) ?? '')) continue
    await tx.disputeEvidence.create({
      data: { disputeId, kind, text: texts[kind], addedById: actor.userId },
    })
  }
}

async function keep(
  { actor, disputeId }: KeepInput,
  write: (tx: Tx, draft: Draft<KeptFile>) => Promise<void>,
): Promise<Kept> {
  const { disputeRef, draft, isNew } = await inScope({ job: 'payout' }, async (tx) => {
    const dispute = await lockOpenDispute(tx, disputeId)
    await refuseHeld(tx, { actor, queue: 'dispute', subjectId: disputeId })
    const before = await findDraft(tx, disputeId)
    await write(tx, before)
    const after = await findDraft(tx, disputeId)
    const isNew = after.newest !== before.newest
    if (isNew)
      await recordAudit(tx, { actor, action: 'dispute.kept', subject: { type: 'Dispute', id: disputeId } })
    const files = [...after.files].filter(([, { id }]) => before.newest === null || id > before.newest)
    return { ...dispute, draft: { ...after, files: new Map(files) }, isNew }
  })
  if (!isNew) return 'kept'
  try {
    const isTaken = await tellProvider(disputeRef, () =>
      sendEvidence({ actor, disputeRef, draft, submit: false }),
    )
    return isTaken ? 'kept' : 'keptHere'
  } catch (error) {
    if (error instanceof Refusal && error.key === 'dispute.unreachable') return 'keptHere'
    throw error
  }
}
