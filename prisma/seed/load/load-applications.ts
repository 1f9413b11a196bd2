import { readFileSync } from 'node:fs'
import { latinName, sealOf } from '~/modules/applications/shop-names.server'
import { declarationOf, isPersonal } from '~/modules/applications/steps'
import { keepAttachment } from '~/modules/attachments/keep-attachment.server'
import { blindIndex, createDataKey, type OpenKey, seal } from '~/platform/secrets/envelope.server'
import { type ApplicationSeed, applications } from '../data/applications'
import { dayOfSeed } from './dates'
import { exampleCardNumber, exampleIdNumber } from './example-numbers'
import { before, type LoadContext, need } from './load-context'
import { coordinatorOf } from './load-people'

const folder = new URL('../pictures/', import.meta.url)
/** A code with a right check character that is nobody's. */
const exampleCreditCode = '91990000MA0EXAMPL2'

/** Applications on their way: one waits for the county, one for the city, one is back with her who wrote it. */
export async function loadApplications(context: LoadContext): Promise<void> {
  for (const [index, application] of applications.entries()) await loadOne(context, application, index)
}

async function loadOne(context: LoadContext, application: ApplicationSeed, index: number): Promise<void> {
  const { tx, now } = context
  const { personId, userId, keyId, secret } = await loadApplicant(context, application)
  const photo = await keepAttachment(tx, {
    bytes: new Uint8Array(readFileSync(new URL(application.picture, folder))),
    uploadedById: userId,
    field: 'photos',
  })
  const id = crypto.randomUUID()
  const textOf = async (kind: string) =>
    (await tx.textVersion.findFirstOrThrow({ where: { kind, locale: 'zh-CN' }, select: { id: true } })).id
  const isOwn = isPersonal(application.kind)
  const submittedAt = before(now, application.submittedDaysAgo)
  await tx.sellerApplication.create({
    data: {
      id,
      personId,
      kind: application.kind,
      realName: application.name,
      keyId,
      idCipher: seal({ keyId, secret }, exampleIdNumber(application.birthYear, 700 + index), {
        table: 'SellerApplication',
        column: 'idCipher',
        row: id,
      }),
      regionId: need(context.regions, application.villageCode),
      craftId: need(context.crafts, application.craft).id,
      yearsAtCraft: application.years,
      shopName: application.shopName,
      agreementTextId: await textOf('seller_agreement'),
      consentsAskedAt: submittedAt,
      createdAt: submittedAt,
      ...(isOwn
        ? { declarationTextId: await textOf(declarationOf(application.kind)), householdClaim: 'none' }
        : { licenceName: application.shopName, licenceCode: exampleCreditCode, licencePhotoId: photo }),
    },
  })
  await tx.applicationPhoto.create({ data: { applicationId: id, attachmentId: photo } })
  const sellerId = await loadShop(context, application, personId)
  if (isOwn)
    await tx.householdLink.create({
      data: {
        personId,
        noReason: 'not_registered',
        validFrom: dayOfSeed({ daysAgo: application.submittedDaysAgo }, now),
        evidence: '本人申报，示例',
      },
    })
  await tx.sellerApplication.update({ where: { id }, data: { state: 'submitted', sellerId, submittedAt } })
  await tx.applicationEvent.create({
    data: { applicationId: id, state: 'submitted', byId: userId, at: submittedAt },
  })
  if (application.hasCard) await loadCard(context, { application, sellerId, key: { keyId, secret }, index })
  await judge(context, { id, application })
}

/** Her card, given on the day she handed in: sealed under her own key, and over its cooling. */
async function loadCard(
  { tx, now }: LoadContext,
  {
    application,
    sellerId,
    key,
    index,
  }: { application: ApplicationSeed; sellerId: string; key: OpenKey; index: number },
): Promise<void> {
  const id = crypto.randomUUID()
  const number = exampleCardNumber(800_001 + index)
  const place = (column: string) => ({ table: 'BankAccount', column, row: id })
  const { id: partyId } = await tx.party.findUniqueOrThrow({ where: { sellerId }, select: { id: true } })
  await tx.bankAccount.create({
    data: {
      id,
      partyId,
      keyId: key.keyId,
      holderCipher: seal(key, application.name, place('holderCipher')),
      numberCipher: seal(key, number, place('numberCipher')),
      last4: number.slice(-4),
      bankName: '示例农村信用社',
      createdAt: before(now, application.submittedDaysAgo),
      usableFrom: before(now, application.submittedDaysAgo - 3),
    },
  })
}

async function judge(
  context: LoadContext,
  { id, application }: { id: string; application: ApplicationSeed },
): Promise<void> {
  const { tx, now } = context
  const { state } = application
  if (state === 'submitted') return
  const byId = coordinatorOf(context, application.villageCode)
  const at = before(now, application.submittedDaysAgo - 2)
  await tx.sellerApplication.update({
    where: { id },
    data:
      state === 'recommended'
        ? { state, recommendedById: byId, recommendedAt: at }
        : { state, decidedById: byId, decidedAt: at },
  })
  const event = await tx.applicationEvent.create({
    data: {
      applicationId: id,
      state,
      byId,
      at,
      ...(state === 'recommended'
        ? { checks: ['identity', 'craft', 'sample', 'licence'] }
        : { reasonCode: 'photos', words: '光线太暗，靠窗再拍一张，旁边放一枚硬币。' }),
    },
    select: { id: true },
  })
  await tx.joinNotice.create({ data: { about: `application:${event.id}` } })
}

async function loadApplicant(
  { tx, regions }: LoadContext,
  { phone, name, birthYear, villageCode }: ApplicationSeed,
) {
  const key = await createDataKey(tx)
  const { id: personId } = await tx.person.create({
    data: { dataKeyId: key.keyId, name, birthYear, regionId: need(regions, villageCode) },
    select: { id: true },
  })
  await tx.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: key.keyId,
      cipher: seal(key, phone, { table: 'PersonSecret', column: 'phone', row: personId }),
      blindIndex: blindIndex('phone', phone),
    },
  })
  const { id: userId } = await tx.user.create({ data: { personId }, select: { id: true } })
  return { ...key, personId, userId }
}

async function loadShop(
  { tx, regions, now }: LoadContext,
  { kind, shopName, villageCode, years, submittedDaysAgo }: ApplicationSeed,
  personId: string,
): Promise<string> {
  const day = dayOfSeed({ daysAgo: submittedDaysAgo }, now)
  const { id } = await tx.seller.create({
    data: {
      kind: kind === 'workshop' ? 'workshop' : 'individual',
      slug: latinName(shopName).toLowerCase().replaceAll(' ', '-'),
      nameZh: shopName,
      nameEn: latinName(shopName),
      sealText: sealOf(shopName),
      regionId: need(regions, villageCode),
      countyId: need(regions, villageCode.slice(0, 6)),
      yearsAtCraft: years,
      isSample: true,
      createdAt: day,
      people: { create: [{ personId, role: 'owner', validFrom: day }] },
      party: { create: { kind: 'seller' } },
    },
    select: { id: true },
  })
  return id
}
