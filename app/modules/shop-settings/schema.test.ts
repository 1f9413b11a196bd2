import { describe, expect, it } from 'vitest'
import { ContactForm, LicencesForm, PhonesForm, WagesForm } from './schema'

const note = '照通知改'
const faultsOf = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message.split('\n')[0]) ?? []

describe('the lowest wages', () => {
  it('are read a line a place', () => {
    const { value } = WagesForm.parse({ source: '某号通知', lines: '62 18\n\n 620102  20.50 ', note })
    expect(value).toEqual({ source: '某号通知', hourlyFen: { '62': 1800, '620102': 2050 } })
  })

  it.each(['62', '62 十八', '62 0', '6201022 20', '62 18 元', '62 18\n62 19', '62 2000'])(
    'refuse %j',
    (lines) => {
      expect(faultsOf(WagesForm.safeParse({ source: '某号通知', lines, note }))).toEqual([
        'settings.badWageLine',
      ])
    },
  )
})

describe('the offices', () => {
  it('are read a line an office, with either bar', () => {
    const { value } = PhonesForm.parse({ offices: '620123 | 榆中站 ｜ Yuzhong | 0931-0000003', note })
    expect(value).toEqual({ '620123': { nameZh: '榆中站', nameEn: 'Yuzhong', phone: '0931-0000003' } })
  })

  it.each([
    '620123 | 榆中站 | Yuzhong',
    '榆中 | 榆中站 | Yuzhong | 0931-0000003',
    '620123 | 榆中站 | Yuzhong | 找张三',
  ])('refuse %j', (offices) => {
    expect(faultsOf(PhonesForm.safeParse({ offices, note }))).toEqual(['settings.badPhoneLine'])
  })
})

it('a licence that is not there is null', () => {
  expect(LicencesForm.parse({ icp: ' 陇ICP备1号 ', note }).value).toEqual({
    icp: '陇ICP备1号',
    police: null,
    licence: null,
  })
})

describe('how the shop is reached', () => {
  it('is read as it is written; what is empty is null', () => {
    const sent = { phone: ' 0931-0000000 ', hoursZh: '每天 9 点到 18 点', hoursEn: '', email: '', note }
    expect(ContactForm.parse(sent).value).toEqual({
      phone: '0931-0000000',
      hoursZh: '每天 9 点到 18 点',
      hoursEn: null,
      email: null,
    })
    expect(ContactForm.parse({ ...sent, email: 'help@example.com' }).value.email).toBe('help@example.com')
  })

  it.each([
    [{ phone: '找张三' }, 'settings.badPhone'],
    [{ email: 'nobody' }, 'mail.badAddress'],
  ])('refuses %o', (wrong, fault) => {
    const sent = { phone: '', hoursZh: '', hoursEn: '', email: '', note, ...wrong }
    expect(faultsOf(ContactForm.safeParse(sent))).toEqual([fault])
  })
})
