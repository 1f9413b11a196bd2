import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround } from '../../../tests/fixtures/world'
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
    const { open, openCount } = await findAlerts()
    expect(openCount).toBe(1)
    expect(open).toMatchObject([
      { kind: 'refund_failed', subjectId: id, amountMinor: 7800, currency: 'CNY', word: 'declined' },
    ])
    const alertId = open[0]?.id ?? ''
    const closing = await Promise.allSettled(
      Array.from({ length: 5 }, () => closeAlert({ actor, alertId, note: '已改由银行退。' })),
    )
    expect(closing.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(closeAlert({ actor, alertId, note: '再来一次' })).rejects.toMatchObject({
      key: 'alert.alreadyClosed',
    })
    await expect(closeAlert({ actor, alertId: crypto.randomUUID(), note: '没有的' })).rejects.toMatchObject({
      status: 404,
    })
    expect(await owner.auditEvent.count({ where: { subjectId: alertId } })).toBe(1)
    expect(await findAlerts()).toMatchObject({ open: [], closed: [{ note: '已改由银行退。' }] })
  })

  it('come again when it happens again after it was dealt with', async () => {
    const actor = await buildActor({ role: 'finance' })
    const id = crypto.randomUUID()
    await call(id)
    const [first] = (await findAlerts()).open
    await closeAlert({ actor, alertId: first?.id ?? '', note: '已看。' })
    await call(id)
    const { open } = await findAlerts()
    expect(open.map(({ subjectId }) => subjectId)).toEqual([id])
    expect(open[0]?.id).not.toBe(first?.id)
  })
})
