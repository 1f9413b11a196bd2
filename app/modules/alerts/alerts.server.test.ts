import { beforeAll, describe, expect, it } from 'vitest'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { prisma } from '~/platform/db/prisma.server'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPerson } from '../../../tests/fixtures/world'
import { closeAlert } from './close-alert.server'
import { findAlerts } from './find-alerts.server'
import { openAlert } from './open-alert.server'

beforeAll(buildGround)

const call = (id: string, amountMinor = '7800') =>
  prisma.$transaction((tx) =>
    openAlert(tx, {
      kind: 'refund_failed',
      subject: { type: 'Refund', id },
      detail: { amountMinor, currency: 'CNY', reason: 'declined' },
    }),
  )

describe('alerts', () => {
  it('are one for one thing, however often it happens, and are dealt with once, in words', async () => {
    const actor = await buildActor({ role: 'finance' })
    const id = crypto.randomUUID()
    await Promise.all(Array.from({ length: 8 }, () => call(id)))
    const { open, openCount } = await findAlerts({ actors: [actor] })
    expect(openCount).toBe(1)
    expect(open).toMatchObject([
      { kind: 'refund_failed', subjectId: id, amountMinor: 7800, currency: 'CNY', word: 'declined' },
    ])
    const alertId = open[0]?.id ?? ''
    const closing = await Promise.allSettled(
      Array.from({ length: 5 }, () => closeAlert({ actors: [actor], alertId, note: '已改由银行退。' })),
    )
    expect(closing.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(closeAlert({ actors: [actor], alertId, note: '再来一次' })).rejects.toMatchObject({
      key: 'alert.alreadyClosed',
    })
    await expect(
      closeAlert({ actors: [actor], alertId: crypto.randomUUID(), note: '没有的' }),
    ).rejects.toMatchObject({
      status: 404,
    })
    expect(await owner.auditEvent.count({ where: { subjectId: alertId } })).toBe(1)
    expect(await findAlerts({ actors: [actor] })).toMatchObject({
      open: [],
      closed: [{ note: '已改由银行退。' }],
    })
  })

  it('come again when it happens again after it was dealt with', async () => {
    const actor = await buildActor({ role: 'finance' })
    const id = crypto.randomUUID()
    await call(id)
    const [first] = (await findAlerts({ actors: [actor] })).open
    await closeAlert({ actors: [actor], alertId: first?.id ?? '', note: '已看。' })
    await call(id)
    const { open } = await findAlerts({ actors: [actor] })
    expect(open.map(({ subjectId }) => subjectId)).toEqual([id])
    expect(open[0]?.id).not.toBe(first?.id)
  })
})

describe('whoever opens many sealed things within an hour', () => {
  const open = (actor: Actor, times: number) =>
    prisma.$transaction(async (tx) => {
      for (let at = 0; at < times; at += 1)
        await recordAudit(tx, {
          actor,
          action: at % 2 ? 'secret.revealed' : 'contact.opened',
          subject: { type: 'Person', id: crypto.randomUUID() },
          reason: '试',
        })
    })

  it('is looked at by the city and the administration, not by herself, her equals or finance', async () => {
    const person = await buildPerson({ village: null, name: '罗文书' })
    const her = await buildActor({ role: 'coordinator', region: '620123', person })
    const equal = await buildActor({ role: 'coordinator', region: '620123' })
    const [city, admin, finance] = [
      await buildActor({ role: 'coordinator', region: '6201' }),
      await buildActor({ role: 'admin' }),
      await buildActor({ role: 'finance' }),
    ]
    await open(her, 50)
    expect((await findAlerts({ actors: [city] })).open).toEqual([])
    await open(her, 8)
    for (const actor of [city, admin])
      expect((await findAlerts({ actors: [actor] })).open).toMatchObject([
        { kind: 'revealed_often', subjectId: her.userId, staffName: '罗文书' },
      ])
    for (const actor of [her, equal, finance])
      expect((await findAlerts({ actors: [actor] })).open.map(({ kind }) => kind)).not.toContain(
        'revealed_often',
      )
    const [alert] = (await findAlerts({ actors: [city] })).open
    const close = (actor: Actor) =>
      closeAlert({ actors: [actor], alertId: alert?.id ?? '', note: '问过了，是在核对电话' })
    for (const actor of [her, equal, finance])
      await expect(close(actor)).rejects.toMatchObject({ status: 404 })
    await close(city)
    expect((await findAlerts({ actors: [admin] })).open).toEqual([])
  })

  it('is not for fifty in a longer time', async () => {
    const her = await buildActor({ role: 'coordinator', region: '620123' })
    await open(her, 30)
    await passSeconds(3700)
    await open(her, 30)
    expect(await owner.alert.count({ where: { subjectId: her.userId } })).toBe(0)
  })
})
