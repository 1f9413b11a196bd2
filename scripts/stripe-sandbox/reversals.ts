import { z } from 'zod'
import { invalidRequest } from './errors'
import { emit } from './events'
import { checkExpand, checkListExpand, expand, pageOf } from './expand'
import type { FormObject } from './form-encoding'
import { expansions, integer, metadata, paging, readParams, text } from './params'
import { book } from './settlement'
import { newId, type Reversal, type Transfer } from './state'
import { findTransfer, tooLittle } from './transfers'
import type { World } from './world'

const CreateParams = z.strictObject({
  amount: integer.pipe(z.int().min(1)).optional(),
  description: text(1000).optional(),
  metadata: metadata.optional(),
  expand: expansions.optional(),
})

/** POST /v1/transfers/:id/reversals */
export function prepareReversal(world: World, form: FormObject, id: string): () => unknown {
  const params = readParams(CreateParams, form)
  checkExpand('transfer_reversal', params.expand)
  return () => {
    const transfer = findTransfer(world, id)
    const left = transfer.amount - transfer.amount_reversed
    const amount = params.amount ?? left
    if (left === 0) throw invalidRequest(`Transfer ${id} has already been fully reversed.`)
    if (amount > left) {
      throw invalidRequest(
        `Reversal amount (${amount}) is greater than what is left of the transfer (${left}).`,
        {
          param: 'amount',
        },
      )
    }
    const record = world.store.state.accounts.get(transfer.destination)
    const lying = record?.balance[transfer.currency] ?? 0
    if (record === undefined || lying < amount) throw tooLittle()
    record.balance[transfer.currency] = lying - amount
    return expand(world, takeBack(world, transfer, amount, params.metadata ?? {}), params.expand)
  }
}

/** GET /v1/transfers/:id/reversals */
export function listReversals(world: World, form: FormObject, id: string): unknown {
  const params = readParams(z.strictObject(paging), form)
  checkListExpand('transfer_reversal', params.expand)
  const { id: transfer } = findTransfer(world, id)
  const chosen = [...world.store.state.reversals.values()]
    .reverse()
    .filter((reversal) => reversal.transfer === transfer)
  return expand(world, pageOf(`/v1/transfers/${id}/reversals`, chosen, params), params.expand)
}

function takeBack(world: World, transfer: Transfer, amount: number, notes: Record<string, string>): Reversal {
  const id = newId('trr_1')
  const { currency } = transfer
  const booked = book(world, {
    amount,
    currency,
    source: id,
    type: 'transfer_refund',
    category: 'transfer_reversal',
  })
  const reversal: Reversal = {
    id,
    object: 'transfer_reversal',
    amount,
    balance_transaction: booked.id,
    created: world.now(),
    currency,
    destination_payment_refund: null,
    metadata: notes,
    source_refund: null,
    transfer: transfer.id,
  }
  transfer.amount_reversed += amount
  transfer.reversed = transfer.amount_reversed === transfer.amount
  transfer.reversals.data.unshift({ ...reversal })
  world.store.state.reversals.set(id, reversal)
  emit(world, 'transfer.reversed', transfer)
  return reversal
}
