import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { secretIndex } from '~/modules/people/secret-index.server'
import { owner } from '../../../tests/fixtures/owner'
import {
  buildActor,
  buildGround,
  buildHousehold,
  buildPerson,
  joinHousehold,
} from '../../../tests/fixtures/world'
import { findHouseholds } from './find-households.server'
import { findNumber, isIdNumber } from './find-number.server'

const number = '99000019800101008X'
let yuzhong: Actor
let yongdeng: Actor
let householdId = ''

beforeAll(async () => {
  await buildGround()
  yuzhong = await buildActor({ role: 'coordinator', region: '620123' })
  yongdeng = await buildActor({ role: 'coordinator', region: '620121' })
  const person = await buildPerson()
  householdId = (await buildHousehold()).householdId
  await joinHousehold({ ...person, householdId, verifiedById: yuzhong.userId })
  await owner.personSecret.create({
    data: {
      personId: person.personId,
      field: 'id_number',
      keyId: person.key.keyId,
      cipher: new Uint8Array([1]),
      blindIndex: secretIndex('id_number', number),
    },
  })
})

it('finds the household of an identity number by its fingerprint, in any spelling', async () => {
  for (const words of [number, '990000 19800101 008x', '９９００００１９８００１０１００８Ｘ']) {
    expect(isIdNumber(words)).toBe(true)
    expect(await findNumber({ actor: yuzhong, words })).toEqual({ householdId })
  }
  expect(await findNumber({ actor: yuzhong, words: '990000198001010012' })).toBeNull()
  expect(isIdNumber('SL-620123-001')).toBe(false)
})

it('tells another county that it is taken, and nothing more', async () => {
  expect(await findNumber({ actor: yongdeng, words: number })).toBe('elsewhere')
})

it('finds households by the name of their village or town, also a former one', async () => {
  const codes = async (actor: Actor, q: string) =>
    (await findHouseholds({ actor, q, after: null })).rows.map(({ id }) => id)
  expect(await codes(yuzhong, '上村')).toEqual([householdId])
  expect(await codes(yuzhong, '城关')).toEqual([householdId])
  expect(await codes(yuzhong, '下村')).toEqual([])
  const village = await owner.region.findUniqueOrThrow({ where: { code: '620123100201' } })
  await owner.regionName.create({ data: { regionId: village.id, name: '老坡' } })
  expect(await codes(yuzhong, '老坡')).toEqual([householdId])
  expect(await codes(yongdeng, '老坡')).toEqual([])
})
