import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround } from '../../../tests/fixtures/world'
import { deleteAddress } from './delete-address.server'
import { findAddresses } from './find-addresses.server'
import { getAddress } from './get-address.server'
import { keepAddress } from './keep-address.server'
import { saveAddress } from './save-address.server'
import { bookSize } from './schema'
import { setDefaultAddress } from './set-default-address.server'

const fields = {
  name: '林若溪',
  phone: '13800001276',
  province: '11',
  county: '东城区',
  line: '示例胡同 8 号',
}

const buyer = () => buildActor({ role: 'buyer' })
const save = (
  actor: Actor,
  over: Partial<typeof fields> & { isDefault?: boolean } = {},
  addressId?: string,
) => saveAddress({ actor, form: { ...fields, isDefault: false, ...over }, addressId: addressId ?? null })
const lines = async (actor: Actor) =>
  (await findAddresses({ actor })).map(({ text }) => text.split(' ').at(-2))

beforeAll(buildGround)

describe('an address book', () => {
  it('gives back what was saved, and nothing of it stands in the clear', async () => {
    const actor = await buyer()
    await save(actor)
    const [one] = await findAddresses({ actor })
    expect(one).toMatchObject({
      isDefault: true,
      name: '林若溪',
      phone: '13800001276',
      text: '北京市 东城区 示例胡同 8 号',
    })
    expect(await getAddress({ actor, addressId: one?.id ?? '' })).toEqual({ ...fields, isDefault: true })
    const { cipher } = await owner.address.findUniqueOrThrow({ where: { id: one?.id ?? '' } })
    expect(Buffer.from(cipher).toString('utf8')).not.toMatch(/13800001276|林若溪|示例胡同/)
  })

  it('keeps an address abroad beside those inside the mainland, as it is written there', async () => {
    const actor = await buyer()
    await save(actor)
    const abroad = {
      country: 'DE',
      countryName: 'Germany',
      name: 'Jürgen Beispiel',
      line1: 'Beispielstraße 5',
      line2: '',
      city: 'Berlin',
      state: '',
      postcode: '10115',
      phone: '+49301234567',
      email: 'j.beispiel@example.com',
    }
    await keepAddress({ actor, address: abroad })
    await keepAddress({ actor, address: abroad })
    const [first, second, ...rest] = await findAddresses({ actor })
    expect([first?.country, second?.country, rest]).toEqual(['CN', 'DE', []])
    expect(second?.text).toBe('Beispielstraße 5, 10115 Berlin, Germany')
    const { countryName, ...fieldsAbroad } = abroad
    expect(await getAddress({ actor, addressId: second?.id ?? '' })).toEqual({
      ...fieldsAbroad,
      isDefault: false,
    })
  })

  it('has one default: the first, then the one that she chooses, then the newest that is left', async () => {
    const actor = await buyer()
    await save(actor, { line: '示例路 1 号' })
    await save(actor, { line: '示例路 2 号' })
    await save(actor, { line: '示例路 3 号', isDefault: true })
    expect(await lines(actor)).toEqual(['3', '2', '1'])
    const [third, second] = await findAddresses({ actor })
    await setDefaultAddress({ actor, addressId: second?.id ?? '' })
    expect(await lines(actor)).toEqual(['2', '3', '1'])
    await save(actor, { line: '示例路 2 号' })
    await save(actor, { line: '示例路 4 号' }, second?.id)
    expect(await lines(actor)).toEqual(['4', '3', '1'])
    await deleteAddress({ actor, addressId: second?.id ?? '' })
    const left = await findAddresses({ actor })
    expect(left.map(({ id, isDefault }) => [id === third?.id, isDefault])).toEqual([
      [true, true],
      [false, false],
    ])
  })

  it('refuses a place that is not one place', async () => {
    const actor = await buyer()
    await expect(save(actor, { county: '不存在县' })).rejects.toMatchObject({ field: 'county', status: 422 })
    await expect(save(actor, { province: '13', county: '桥西区' })).rejects.toMatchObject({ field: 'county' })
    expect(await lines(actor)).toEqual([])
  })

  it('is nobody else’s to read or to change', async () => {
    const [actor, other] = [await buyer(), await buildActor({ role: 'coordinator', region: '62' })]
    await save(actor)
    const addressId = (await findAddresses({ actor }))[0]?.id ?? ''
    expect(await findAddresses({ actor: other })).toEqual([])
    for (const act of [
      () => getAddress({ actor: other, addressId }),
      () => setDefaultAddress({ actor: other, addressId }),
      () => deleteAddress({ actor: other, addressId }),
      () => save(other, {}, addressId),
    ])
      await expect(act()).rejects.toMatchObject({ status: 404 })
    for (const scope of [other.scope, { job: 'order_access' }, { job: 'checkout' }] as const)
      expect(await inScope(scope, (tx) => tx.address.count())).toBe(0)
    expect(await findAddresses({ actor })).toHaveLength(1)
  })

  it('holds fifty, also when many are written at the same moment; an order never fails for it', async () => {
    const actor = await buyer()
    for (let number = 1; number <= bookSize - 2; number += 1)
      await save(actor, { line: `示例路 ${number} 号` })
    const last = await Promise.allSettled(
      ['甲', '乙', '丙', '丁'].map((word) => save(actor, { line: `${word}字胡同 1 号` })),
    )
    expect(last.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    for (const one of last)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ key: 'address.full', status: 409 })
    await keepAddress({ actor, address: { ...fields, line: '戊字胡同 1 号' } })
    expect(await findAddresses({ actor })).toHaveLength(bookSize)
    const { personId } = actor
    const { dataKeyId: keyId } = await owner.person.findUniqueOrThrow({ where: { id: personId } })
    await expect(
      owner.address.create({ data: { personId, keyId, cipher: Buffer.from('c') } }),
    ).rejects.toThrow('fifty')
  })

  it('keeps one default in the database too', async () => {
    const actor = await buyer()
    await save(actor)
    await save(actor, { line: '示例路 2 号' })
    await expect(
      owner.address.updateMany({ where: { personId: actor.personId }, data: { isDefault: true } }),
    ).rejects.toThrow()
  })
})
