import { openAttachment } from '~/modules/attachments/open-attachment.server'
import type { Actor } from '~/modules/auth/actor'
import type {
  EvidenceFile,
  EvidenceOrder,
  EvidenceText,
  EvidenceUpload,
} from '~/platform/payments-sdk/disputes'
import { paymentGateway } from '~/platform/payments-sdk/gateway.server'
import { type Draft, fileKinds } from './evidence'
import type { KeptFile } from './find-draft.server'

type SendInput = {
  actor: Actor
  disputeRef: string
  draft: Draft<KeptFile>
  /** false: a draft, which staff of the operator also sees with the provider */
  submit: boolean
}

/**
 * Gives the provider what was gathered: papers first, each under the id of its row, then all in one piece under the id of the last row. The same draft sent twice, by
 * whomever, is one. Each paper that is opened for it stands in the audit.
 */
export async function sendEvidence({ actor, disputeRef, draft, submit }: SendInput): Promise<void> {
  const { texts, files, emptied, newest } = draft
  if (newest === null) throw new Error('evidence is sent once there is some')
  const uploaded: [EvidenceFile, string][] = []
  for (const [kind, { id, file }] of files) {
    const { bytes, contentType } = await openAttachment({ actor, attachmentId: file.attachmentId })
    const type = typeOf(contentType)
    const name = `${kind}.${type.split('/')[1]}`
    const { fileRef } = await paymentGateway().uploadEvidence({ operationId: id, name, type, bytes })
    uploaded.push([kind, fileRef])
  }
  const gone = emptied.map((kind): [EvidenceFile | EvidenceText, string] => [kind, ''])
  const order: EvidenceOrder = {
    operationId: `${newest}:${submit ? 'submit' : 'draft'}`,
    disputeRef,
    texts: Object.fromEntries([...texts, ...gone.filter(([kind]) => !isFile(kind))]),
    files: Object.fromEntries([...uploaded, ...gone.filter(([kind]) => isFile(kind))]),
    submit,
  }
  await paymentGateway().submitEvidence(order)
}

const isFile = (kind: string) => fileKinds.some((one) => one === kind)

const types = ['application/pdf', 'image/jpeg', 'image/png'] as const

function typeOf(contentType: string): EvidenceUpload['type'] {
  const type = types.find((one) => one === contentType)
  if (!type) throw new Error('evidence of a type that the provider does not take')
  return type
}
