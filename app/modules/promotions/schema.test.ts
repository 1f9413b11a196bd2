import { describe, expect, it } from 'vitest'
import { PromoCodeForm } from './promo-code'
import { AddPromotionForm } from './schema'

const form = {
  nameZh: '新客礼',
  nameEn: 'Welcome',
  code: ' welcome－10 ',
  percentBps: '12.5%',
  offFen: '',
  minSpendFen: '199',
  craftId: '',
  sellerId: '',
  bearer: 'platform',
  sponsorName: '',
  mostUses: '',
  mostPerBuyer: '1',
  from: '2027-01-01',
  until: '2027-01-31',
  note: '测试',
  replacesId: '',
}
const seller = '01900000-0000-7000-8000-000000000001'

describe('the form of a promotion', () => {
  it('reads codes in capitals, per cent as basis points, yuan as fen, nothing as nothing', () => {
    expect(AddPromotionForm.parse(form)).toMatchObject({
      code: 'WELCOME-10',
      percentBps: 1_250,
      offFen: null,
      minSpendFen: 19_900n,
      mostUses: null,
      mostPerBuyer: 1,
      craftId: null,
      replacesId: null,
    })
  })

  it.each([
    ['percentBps', { percentBps: '' }],
    ['percentBps', { offFen: '20' }],
    ['percentBps', { percentBps: '90.01' }],
    ['percentBps', { bearer: 'seller', sellerId: seller, percentBps: '50.01' }],
    ['offFen', { percentBps: '', offFen: '0' }],
    ['sellerId', { bearer: 'seller' }],
    ['sponsorName', { bearer: 'sponsor' }],
    ['sponsorName', { sponsorName: '妇联' }],
    ['mostPerBuyer', { code: '' }],
    ['until', { until: '2026-12-31' }],
    ['from', { from: '2027-02-30', until: '2027-03-01' }],
    ['code', { code: '新客' }],
  ])('refuses %s of %j', (field, over) => {
    const { error } = AddPromotionForm.safeParse({ ...form, ...over })
    expect(error?.issues.map(({ path }) => path[0])).toContain(field)
  })

  it.each([
    [['nameZh', 'sponsorName'], { nameZh: '', bearer: 'sponsor' }],
    [['from', 'mostPerBuyer'], { from: '2027-02-30', code: '' }],
    [['offFen', 'sellerId'], { percentBps: '', offFen: '十块', bearer: 'seller' }],
    [['until'], { until: '' }],
  ])('says at once what is wrong in each of %j', (fields, over) => {
    const { error } = AddPromotionForm.safeParse({ ...form, ...over })
    expect(error?.issues.map(({ path }) => path[0]).toSorted()).toEqual(fields.toSorted())
  })

  it('takes a code off when it is sent empty', () => {
    expect(PromoCodeForm.parse({})).toEqual({ promoCode: '' })
    expect(PromoCodeForm.safeParse({ promoCode: '<b>' }).success).toBe(false)
  })
})
