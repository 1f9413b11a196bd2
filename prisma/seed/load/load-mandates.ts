import { blindIndex, seal } from '~/platform/secrets/envelope.server'
import { dayOfSeed } from './dates'
import { type LoadContext, need } from './load-context'

/** An embroiderer who does not read much: she has a phone, and a coordinator who would list for her. */
const maker = { person: 'bailu', phone: '13800000121' }
const broker = '13800000109'
const coordinator = '13800000103'

/** Acting for makers: a maker with a phone of her own, a proposal that waits for a consent, and what the broker did for the first shop. */
export async function loadMandates(context: LoadContext): Promise<void> {
  await loadMaker(context)
  await loadProposal(context)
  await loadAct(context)
}

async function loadMaker({ tx, people }: LoadContext): Promise<void> {
  const person = need(people, maker.person)
  await tx.personSecret.create({
    data: {
      personId: person.personId,
      field: 'phone',
      keyId: person.keyId,
      cipher: seal(person, maker.phone, { table: 'PersonSecret', column: 'phone', row: person.personId }),
      blindIndex: blindIndex('phone', maker.phone),
    },
  })
  const { personId } = person
  const user = await tx.user.upsert({
    where: { personId },
    update: {},
    create: { personId },
    select: { id: true },
  })
  await tx.userRole.create({ data: { userId: user.id, role: 'artisan', validFrom: new Date('2024-01-01') } })
}

async function loadProposal({ tx, people, sellers, now }: LoadContext): Promise<void> {
  await tx.mandate.create({
    data: {
      sellerId: need(sellers, 'xiaoman').id,
      agentPersonId: need(people, coordinator).personId,
      agentKind: 'coordinator',
      scope: ['list', 'messages'],
      capBps: 0,
      validFrom: dayOfSeed({ daysAgo: 0 }, now),
      validTo: dayOfSeed({ daysAgo: -180 }, now),
      signedByAgentAt: now,
    },
  })
}

/** One parcel that the broker sent for her, told on her phone that day. */
async function loadAct({ tx, users, sellers, now }: LoadContext): Promise<void> {
  const sellerId = need(sellers, 'guilan').id
  const mandate = await tx.mandate.findFirst({ where: { sellerId }, select: { id: true } })
  const parcel = await tx.sellerOrder.findFirst({
    where: { sellerId, status: 'shipped' },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  const owner = await tx.sellerPerson.findFirst({
    where: { sellerId, role: 'owner' },
    select: { personId: true },
  })
  if (!mandate || !parcel || !owner) return
  const { id: noticeId } = await tx.phoneNotice.create({
    data: { personId: owner.personId, sellerId, kind: 'acts', sendAt: now, sentAt: now },
    select: { id: true },
  })
  await tx.act.create({
    data: {
      mandateId: mandate.id,
      sellerId,
      agentUserId: need(users, broker),
      kind: 'order.shipped',
      subjectType: 'SellerOrder',
      subjectId: parcel.id,
      noticeId,
    },
  })
}
