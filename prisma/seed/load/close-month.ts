import type { PrismaClient } from '~/generated/prisma/client'
import type { Actor } from '~/modules/auth/actor'
import { decideFlag } from '~/modules/flags/decide-flag.server'
import { confirmBelow, confirmReturn } from '~/modules/returns/confirm-return.server'
import { getReturn } from '~/modules/returns/get-return.server'
import { lockReturn } from '~/modules/returns/lock-return.server'
import { findCoordinator } from './find-coordinator'
import type { Work } from './plan-work'

const decided = '核对过：买的人是老主顾，留了她的电话收货，钱是自己付的，计入'

/**
 * The steps by which people close the month of the sample data: villages and towns of the two counties with staff, the counties, the city, which writes down the others as not reported, and its lock. A sale that waited
 * to be looked at is counted then, so that its village, town, county and the city report once more, with the reason. All of it by the application's own verbs, behind its walls. A step that was done before does nothing.
 */
export async function monthSteps(owner: PrismaClient, work: Work): Promise<(() => Promise<void>)[]> {
  const { month, sale } = work
  const yuzhong = await findCoordinator(owner, work.yuzhong)
  const yongdeng = await findCoordinator(owner, work.yongdeng)
  const { actor, code: city } = await findCoordinator(owner, work.city)
  const steps = [yuzhong, yongdeng].flatMap((of) => [
    () => confirmBelow({ actor: of.actor, month, code: of.code }),
    () => confirm({ ...of, month, version: 1 }),
  ])
  steps.push(
    () => confirm({ actor, month, code: city, version: 1 }),
    () => lock({ actor, month, code: city, version: 1 }),
  )
  if (!sale) return steps

  const reason = `${sale.village}一笔自购核对后计入`
  const amended = [sale.villageCode, sale.townCode, yuzhong.code]
  return [
    ...steps,
    () => countSale(owner, yuzhong.actor, sale.id),
    ...amended.map((code) => () => confirm({ actor: yuzhong.actor, month, code, version: 2, reason })),
    () => confirm({ actor, month, code: city, version: 2, reason }),
    () => lock({ actor, month, code: city, version: 2 }),
  ]
}

type Step = { actor: Actor; month: string; code: string; version: number; reason?: string }

/** Confirms what the page of the place shows, as this version of it; who has not reported is written down so. */
async function confirm({ actor, month, code, version, reason = '' }: Step): Promise<void> {
  const page = await getReturn({ actor, month, code, locale: 'zh-CN' })
  if (page.version >= version) return
  const missing = page.rows.filter(({ figures, isOwn }) => !isOwn && figures === null).map((row) => row.code)
  await confirmReturn({ actor, month, code, missing, seenVersion: page.version, seen: page.seen, reason })
}

async function lock({ actor, month, code, version }: Step): Promise<void> {
  const page = await getReturn({ actor, month, code, locale: 'zh-CN' })
  if (page.version > version || page.isLocked) return
  await lockReturn({ actor, month, code, seenVersion: version })
}

async function countSale(owner: PrismaClient, actor: Actor, sellerOrderId: string): Promise<void> {
  const flag = await owner.orderFlag.findUniqueOrThrow({ where: { sellerOrderId } })
  if (flag.decision === null) await decideFlag({ actor, sellerOrderId, decision: 'counted', reason: decided })
}
