import type { Cell, Workbook } from 'exceljs'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { refuseOtherFiles, textOf } from '~/modules/register/read-sheet.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { openWorkbook, TooManyMerges } from '~/platform/open-sheets.server'
import { allCodes, codesIn, rowCode, written } from './template-codes'

/** Bytes of a template at most. */
const templateLimit = 200_000
/** Merged cells of one sheet of a template at most. */
const mostMerges = 500

/**
 * Keeps the table in which her place and all below it hand over the month from now on. Refuses (422, at the field, naming the cell) what is no .xlsx, more merged cells than a table needs, a formula, a code that does not exist, and a table without a
 * row for the places below.
 */
export async function saveTemplate({
  actor,
  fileName,
  bytes,
}: {
  actor: Actor
  fileName: string
  bytes: Uint8Array<ArrayBuffer>
}): Promise<void> {
  const { regionId, userId } = actor
  if (!regionId) throw notFound()
  if (bytes.length > templateLimit) throw new Refusal('returns.templateTooLarge', 422, {}, 'file')
  await openTemplate(bytes)
  await prisma.$transaction(async (tx) => {
    const { id } = await tx.returnTemplate.create({
      data: {
        regionId,
        fileName: fileName.normalize('NFC').replaceAll('\0', '').slice(-120) || 'template.xlsx',
        bytes,
        uploadedById: userId,
      },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'return.template_changed',
      subject: { type: 'ReturnTemplate', id },
    })
  })
}

/** A template as a workbook; refuses one that could not be filled. */
export async function openTemplate(bytes: Uint8Array): Promise<Workbook> {
  refuseOtherFiles(Buffer.from(bytes))
  const workbook = await openWorkbook(bytes, mostMerges).catch((error: unknown) => {
    throw error instanceof TooManyMerges
      ? new Refusal('returns.templateMerges', 422, { most: mostMerges }, 'file')
      : new Refusal('register.fileBroken', 422, {}, 'file')
  })
  let hasRow = false
  for (const cell of cellsOf(workbook)) {
    const { value } = cell
    if (typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value))
      throw new Refusal('returns.templateFormula', 422, { cell: cell.address }, 'file')
    for (const code of codesIn(textOf(value))) {
      if (!allCodes.includes(code))
        throw new Refusal('returns.templateUnknown', 422, { cell: cell.address, code: written(code) }, 'file')
      hasRow ||= code.startsWith('行.')
    }
  }
  if (!hasRow) throw new Refusal('returns.templateNoRow', 422, { code: written(rowCode('sales')) }, 'file')
  return workbook
}

/** Every cell with something in it. */
function cellsOf(workbook: Workbook): Cell[] {
  const cells: Cell[] = []
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => row.eachCell((cell) => void cells.push(cell)))
  return cells
}
