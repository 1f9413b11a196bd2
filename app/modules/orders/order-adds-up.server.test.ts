import { beforeAll, describe, expect, it } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import { order } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'

/** What the database itself refuses of an order, whoever writes it. */

beforeAll(buildGround)

async function placed() {
  const piece = await buildPiece({ ...(await buildSeller()), priceFen: 6800n })
  const { orderId } = await order(await buildCart([piece]))
  const [due] = await owner.orderDue.findMany({ where: { orderId } })
  const [part] = await owner.sellerOrder.findMany({ where: { orderId }, include: { lines: true } })
  if (!due || !part) throw new Error('an order has a due and a part')
  return { orderId, due, part }
}

const oneMore = { increment: 1n }
const oneLess = { decrement: 1n }

describe('the database', () => {
  it('refuses dues that do not sum to the order', async () => {
    const { due } = await placed()
    const where = { id: due.id }
    const refused = /the dues of order .* do not sum to its total/
    await expect(owner.orderDue.update({ where, data: { amountFen: oneMore } })).rejects.toThrow(refused)
    await expect(owner.orderDue.delete({ where })).rejects.toThrow()
    const { orderId, amountFen } = due
    const second = { orderId, amountFen, seq: 2, kind: 'balance' as const }
    await expect(owner.orderDue.create({ data: second })).rejects.toThrow(refused)
  })

  it('refuses a deposit of more than a fifth', async () => {
    const { due } = await placed()
    await expect(owner.orderDue.update({ where: { id: due.id }, data: { kind: 'deposit' } })).rejects.toThrow(
      /a deposit is at most 20 % of order/,
    )
  })

  it('refuses parts that do not sum to the order, and lines that do not sum to their part', async () => {
    const { orderId, part } = await placed()
    const where = { id: part.id }
    const refused = /the seller orders of order .* do not sum to it/
    await expect(owner.sellerOrder.update({ where, data: { itemsFen: oneMore } })).rejects.toThrow(refused)
    await expect(owner.sellerOrder.update({ where, data: { postageFen: oneMore } })).rejects.toThrow(refused)
    const shifted = { itemsFen: oneMore, postageFen: oneLess }
    await expect(
      owner.$transaction([
        owner.order.update({ where: { id: orderId }, data: shifted }),
        owner.sellerOrder.update({ where, data: shifted }),
      ]),
    ).rejects.toThrow(/the lines of seller order .* do not sum to it/)
  })

  it('refuses a line more than its part has', async () => {
    const { part } = await placed()
    const [line] = part.lines
    if (!line) throw new Error('a part has a line')
    await expect(
      owner.$executeRaw`
        INSERT INTO "OrderLine" SELECT (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid()))).* FROM "OrderLine" l WHERE l.id = ${line.id}::uuid`,
    ).rejects.toThrow(/the lines of seller order .* do not sum to it/)
  })

  it('refuses a discount without a promotion', async () => {
    const { orderId, part } = await placed()
    const data = { itemsFen: oneMore, discountFen: oneMore }
    await expect(
      owner.$transaction([
        owner.order.update({ where: { id: orderId }, data }),
        owner.sellerOrder.update({ where: { id: part.id }, data }),
      ]),
    ).rejects.toThrow(/the discount of order .* has no promotion/)
  })
})
