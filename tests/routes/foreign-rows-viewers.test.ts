import { beforeAll, describe, expect, it } from 'vitest'
import { sealCadrePhone } from '~/modules/households/cadre-phone.server'
import { proofPlace } from '~/modules/mandates/proof-place'
import { proposeMandate } from '~/modules/mandates/propose-mandate.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { addDays, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { createDataKey, seal, sealBytes } from '~/platform/secrets/envelope.server'
import { buildForeignCounty, foreignMark } from '../fixtures/foreign-world'
import { inventedId } from '../fixtures/messy-lists'
import { owner } from '../fixtures/owner'
import { buildActor, buildGround } from '../fixtures/world'
import { askDoor, type Door, doors } from './ask-door'
import { signInAsStaff } from './sign-in-as'

/**
 * The matrix for those who work everywhere: finance and administration, who see orders and books of every county, but neither the register of households, nor an identity number in full, nor what buyer and maker write to each
 * other, nor how a maker agreed to be acted for. Every loader and action is asked, as a page and as data.
 */
const number = inventedId(977)
const marks = {
  register: '金丝雀户册',
  number,
  masked: `${'*'.repeat(14)}${number.slice(-4)}`,
  cadre: '0931-555-9977',
  maskedCadre: '****9977',
  words: `${foreignMark}可以做大一点吗`,
  proof: '金丝雀的录音',
} as const

let params: Record<string, string> = {}
let cookies: Record<string, string> = {}

beforeAll(async () => {
  await buildGround()
  const foreign = await buildForeignCounty()
  const { householdId, importId, sellerId } = foreign.params
  await owner.household.update({ where: { id: householdId }, data: { sourceDocument: marks.register } })
  await owner.householdImport.update({
    where: { id: importId },
    data: { fileName: `${marks.register}.xlsx` },
  })
  await nameNumber(householdId)
  const factsId = await nameCadre(householdId)
  const proofId = await buildProof(sellerId)
  params = { ...foreign.params, proofId, factsId }
  cookies = {
    ...foreign.cookies,
    finance: (await signInAsStaff('13900008016', 'finance')).cookie,
    admin: (await signInAsStaff('13900008017', 'admin')).cookie,
  }
})

/** The identity number of the maker is in the register. */
async function nameNumber(householdId: string): Promise<void> {
  const { personId } = await owner.householdMember.findFirstOrThrow({ where: { householdId } })
  const key = await createDataKey(owner)
  const place = { table: 'PersonSecret', column: 'id_number', row: personId }
  const sealed = { keyId: key.keyId, cipher: seal(key, number, place) }
  const blindIndex = secretIndex('id_number', number)
  await owner.personSecret.create({ data: { personId, field: 'id_number', ...sealed, blindIndex } })
}

/** The register says who is responsible for her household, and by which number she is reached. */
async function nameCadre(householdId: string): Promise<string> {
  const desk = await buildActor({ role: 'coordinator', region: '620121' })
  const id = crypto.randomUUID()
  const cadre = { cadreName: '责任人', cadreOffice: '单位', document: '明白卡', enteredById: desk.userId }
  const sealed = sealCadrePhone(await createDataKey(owner), id, marks.cadre)
  await owner.householdFacts.create({
    data: { id, householdId, people: 2, workers: 1, ...cadre, ...sealed },
  })
  return id
}

/** A mandate of hers that was agreed to aloud. */
async function buildProof(sellerId: string): Promise<string> {
  const agent = await buildActor({ role: 'coordinator', region: '620121' })
  const { slug } = await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })
  const firstDay = dayOf(await appNow())
  const terms = { shop: slug, agentKind: 'coordinator', scope: ['list'], capPercent: 0 } as const
  const mandateId = await proposeMandate({
    actor: agent,
    terms: { ...terms, scope: [...terms.scope], firstDay, lastDay: addDays(firstDay, 90) },
  })
  const id = crypto.randomUUID()
  const key = await createDataKey(owner)
  const body = sealBytes(key, Buffer.from(marks.proof), proofPlace(id))
  const sound = { means: 'voice', seconds: 20, contentType: 'audio/webm' } as const
  await owner.mandateProof.create({
    data: { id, mandateId, ...sound, keyId: key.keyId, body, handedInById: agent.userId },
  })
  return id
}

/** What of the marks somebody is shown, by which door. */
async function shownTo(
  who: string,
  asked: readonly Door[],
  form: Record<string, string>,
  sought: Record<string, string> = marks,
) {
  const shown: string[] = []
  for (const door of asked)
    for (const asData of [false, true]) {
      const { headers, text } = await askDoor(door, { cookie: cookies[who] ?? '', params, form, asData })
      const answer = `${[...headers].join()} ${text}`
      for (const [mark, value] of Object.entries(sought))
        if (answer.includes(value)) shown.push(`${mark} by ${door.name} of ${door.id}`)
    }
  return shown
}

const loaders = doors.filter(({ name }) => name === 'loader')
const openIt = { intent: 'open', reason: '核对她的同意' }

describe('what is kept from those who work everywhere', () => {
  it('is read where it may be: register, number by its ends and proof by her county, words by who wrote them', async () => {
    const mandates = doors.filter(({ id, name }) => id.endsWith('desk/mandates') && name === 'action')
    expect(mandates).toHaveLength(1)
    await shownTo('desk', mandates, { ...params, ...openIt })
    const shown = [...(await shownTo('desk', loaders, {})), ...(await shownTo('buyer', loaders, {}))]
    expect([...new Set(shown.map((one) => one.split(' ')[0]))].toSorted()).toEqual([
      'masked',
      'maskedCadre',
      'proof',
      'register',
      'words',
    ])
  })

  it.each(['finance', 'admin'])('is shown to %s by no loader and no action', async (who) => {
    expect(await shownTo(who, loaders, {}, { theirs: foreignMark })).not.toEqual([])
    expect(await shownTo(who, doors, { ...params, intent: 'anything' })).toEqual([])
    const actions = doors.filter(({ name }) => name === 'action')
    const intents = ['open', 'reveal', 'reveal-cadre', 'conversation']
    for (const asked of intents.map((intent) => ({ ...openIt, intent, cadreReason: openIt.reason })))
      expect(await shownTo(who, actions, { ...params, ...asked })).toEqual([])
  })
})
