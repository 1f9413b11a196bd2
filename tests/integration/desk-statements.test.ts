import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { findDeskFrame } from '~/modules/desk/find-desk-frame.server'
import { findToday } from '~/modules/desk/find-today.server'
import { inScope } from '~/platform/db/in-scope.server'
import { inOneLook } from '~/platform/db/one-look.server'
import type { Tx } from '~/platform/db/prisma.server'
import { passDays } from '../fixtures/owner'
import { order, pay } from '../fixtures/shopping'
import { expectAtMost, statementsOf } from '../fixtures/statements'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../fixtures/world'

/** What the desk asks of the database. Its queues are many, and read together. */

const locale = 'zh-CN' as const
let county: Actor

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
  const { sellerId } = await buildSeller()
  const piece = await buildPiece({ sellerId, stock: 2 })
  for (let at = 0; at < 2; at += 1) await pay((await order(await buildCart([piece]))).orderId)
  await passDays(40)
})

it('today and the frame around it, of a county: read in one transaction, the time asked for once, nothing counted twice', async () => {
  const wanted = { actors: [county], locale, of: {} } as const
  const asked = await statementsOf(() => Promise.all([findDeskFrame(wanted), findToday(wanted)]))
  // 39; where the machine is busy they may come in two transactions, each with its own scopes
  expectAtMost(43, asked)
  expect(asked.filter(({ text }) => text === 'BEGIN').length).toBeLessThan(3)
  expect(asked.filter(({ text }) => text.includes('SELECT app_now() AS now')).length).toBeLessThan(3)
})

it('each reading keeps its own scope, whatever was read before it, and none writes', async () => {
  const elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
  const people = (tx: Tx) => tx.person.count()
  const alone = [await inScope(county, people), await inScope(elsewhere, people)]
  expect(alone[0]).not.toBe(alone[1])
  const together = await inOneLook(() =>
    Promise.all([inScope(county, people), inScope(elsewhere, people), inScope(county, people)]),
  )
  expect(together).toEqual([...alone, alone[0]])
  const rename = () => inScope(county, (tx) => tx.person.updateMany({ data: { name: '改' } }))
  await expect(inOneLook(rename)).rejects.toThrow(/read-only transaction/)
  expect(await inOneLook(() => inScope(elsewhere, people))).toBe(alone[1])
})
