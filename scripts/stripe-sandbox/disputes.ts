import { z } from 'zod'
import { appoint } from './appointments'
import { dropAppointments, endDispute, isOver } from './dispute-life'
import { emptyEvidence } from './dispute-objects'
import { invalidRequest, resourceMissing } from './errors'
import { emit } from './events'
import { checkExpand, checkListExpand, expand, pageOf } from './expand'
import type { FormObject } from './form-encoding'
import { bool, created, expansions, isWithin, metadata, paging, readParams } from './params'
import type { Dispute } from './state'
import type { World } from './world'

/** https://docs.stripe.com/api/disputes/update: all texts together. */
const MAX_TEXT = 150_000

/** What Stripe's test mode takes as evidence that wins or loses: https://docs.stripe.com/testing#disputes */
const VERDICTS = { winning_evidence: 'dispute_won', losing_evidence: 'dispute_lost' } as const

const fileFields = [
  'cancellation_policy',
  'customer_communication',
  'customer_signature',
  'duplicate_charge_documentation',
  'receipt',
  'refund_policy',
  'service_documentation',
  'shipping_documentation',
  'uncategorized_file',
]
const fields = Object.keys(emptyEvidence).filter((field) => field !== 'enhanced_evidence')
const Evidence = z.strictObject(
  Object.fromEntries(fields.map((field) => [field, z.string().max(20_000).optional()])),
)
const UpdateParams = z.strictObject({
  evidence: Evidence.optional(),
  submit: bool.default(true),
  metadata: metadata.optional(),
  expand: expansions.optional(),
})

/** GET /v1/disputes/:id */
export function retrieveDispute(world: World, form: FormObject, id: string): unknown {
  const params = readParams(z.strictObject({ expand: expansions.optional() }), form)
  checkExpand('dispute', params.expand)
  return expand(world, findDispute(world, id), params.expand)
}

/** GET /v1/disputes */
export function listDisputes(world: World, form: FormObject): unknown {
  const filters = { created, charge: z.string().optional(), payment_intent: z.string().optional() }
  const params = readParams(z.strictObject({ ...paging, ...filters }), form)
  checkListExpand('dispute', params.expand)
  const chosen = [...world.store.state.disputes.values()]
    .reverse()
    .filter((dispute) => isWithin(dispute.created, params.created))
    .filter(({ charge }) => params.charge === undefined || charge === params.charge)
    .filter(({ payment_intent: id }) => params.payment_intent === undefined || id === params.payment_intent)
  return expand(world, pageOf('/v1/disputes', chosen, params), params.expand)
}

/** POST /v1/disputes/:id */
export function prepareEvidence(world: World, form: FormObject, id: string): () => unknown {
  const params = readParams(UpdateParams, form)
  checkExpand('dispute', params.expand)
  const given = Object.entries(params.evidence ?? {}).filter(([, text]) => text !== undefined)
  const length = given.reduce((sum, [, text]) => sum + (text?.length ?? 0), 0)
  if (length > MAX_TEXT) throw invalidRequest(`Evidence is ${MAX_TEXT} characters long at most.`)
  for (const [field, text] of given) if (text && fileFields.includes(field)) checkFile(world, field, text)
  return () => {
    const dispute = findDispute(world, id)
    if (isOver(dispute)) throw invalidRequest('This dispute is already closed.')
    if (!dispute.status.endsWith('needs_response'))
      throw invalidRequest('The evidence for this dispute has already been submitted.')
    // As everywhere in Stripe's form encoding an empty value unsets.
    Object.assign(dispute.evidence, Object.fromEntries(given.map(([field, text]) => [field, text || null])))
    Object.assign(dispute.metadata, params.metadata)
    dispute.evidence_details.has_evidence ||= given.some(([, text]) => text !== '')
    if (params.submit) submit(world, dispute)
    emit(world, 'charge.dispute.updated', dispute)
    return expand(world, dispute, params.expand)
  }
}

/** POST /v1/disputes/:id/close */
export function prepareClose(world: World, form: FormObject, id: string): () => unknown {
  const params = readParams(z.strictObject({ expand: expansions.optional() }), form)
  checkExpand('dispute', params.expand)
  return () => {
    const dispute = findDispute(world, id)
    if (isOver(dispute)) throw invalidRequest('This dispute is already closed.')
    endDispute(world, dispute, false, false)
    return expand(world, dispute, params.expand)
  }
}

/** Hands the evidence in, once. Stripe's test words decide it after a while; anything else waits for the control endpoint. */
function submit(world: World, dispute: Dispute): void {
  const { evidence, evidence_details: details } = dispute
  details.submission_count += 1
  details.submission_method = 'manual'
  dispute.status = dispute.status === 'needs_response' ? 'under_review' : 'warning_under_review'
  dropAppointments(world, dispute)
  for (const [word, kind] of Object.entries(VERDICTS)) {
    if (!evidence.uncategorized_text?.includes(word)) continue
    appoint(world, world.delays.disputeReview, { kind, dispute: dispute.id, returnsFee: false })
  }
}

function checkFile(world: World, field: string, id: string): void {
  const file = world.store.state.files.get(id)
  if (file?.purpose === 'dispute_evidence') return
  throw resourceMissing('file upload', id, `evidence[${field}]`)
}

function findDispute(world: World, id: string): Dispute {
  const dispute = world.store.state.disputes.get(id)
  if (dispute === undefined) throw resourceMissing('dispute', id, 'dispute')
  return dispute
}
