import type { CorrectionField } from '~/generated/prisma/enums'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'

/** Open requests of one person at most: more than anybody needs, and no flood. */
const mostOpen = 10

/** She asks for something about herself to be corrected; the same words twice are one request. Refuses more open ones than anybody needs. */
export function askCorrection({
  actor,
  field,
  words,
}: {
  actor: Actor
  field: CorrectionField
  words: string
}): Promise<void> {
  const { personId } = actor
  return inScope({ person: personId }, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`
    const open = await tx.correctionRequest.findMany({
      where: { personId, answeredAt: null },
      select: { field: true, words: true },
    })
    if (open.some((one) => one.field === field && one.words === words)) return
    if (open.length >= mostOpen) throw new Refusal('records.tooMany', 409, { max: mostOpen })
    await tx.correctionRequest.create({ data: { personId, field, words }, select: { id: true } })
    await recordAudit(tx, {
      actor,
      action: 'correction.asked',
      subject: { type: 'Person', id: personId },
      detail: { field },
    })
  })
}
