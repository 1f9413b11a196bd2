import { minimumWages } from '../data/costs'
import { deskPhones } from '../data/desk-phones'
import { contact, licences } from '../data/licences'
import { lanzhouRegionExtras, lanzhouRegions } from '../regions/regions'
import { exampleCardNumber } from './example-numbers'
import { idAt, type LoadContext } from './load-context'

const start = new Date('2020-01-01T00:00:00Z')

/** Places, rules, settings, texts and code tables. Demo settings are dated like any other; limits of sign-in codes are loose. */
export async function loadGround(context: LoadContext): Promise<void> {
  await loadRegions(context)
  await loadRules(context)
  await loadTexts(context)
  await loadTerms(context)
}

async function loadRegions({ tx, regions }: LoadContext): Promise<void> {
  const rows = lanzhouRegions()
  for (const { code } of rows) regions.set(code, crypto.randomUUID())
  for (const level of ['province', 'city', 'county', 'town', 'village'] as const) {
    await tx.region.createMany({
      data: rows
        .filter((row) => row.level === level)
        .map(({ code, name, nameEn, parentCode }) => ({
          id: regions.get(code) ?? '',
          code,
          level,
          nameZh: name,
          nameEn,
          parentId: parentCode === null ? null : (regions.get(parentCode) ?? null),
        })),
    })
  }
  const former = lanzhouRegionExtras().flatMap(({ code, formerNames }) =>
    formerNames.map((name) => ({ code, name })),
  )
  await tx.regionName.createMany({
    data: former.flatMap(({ code, name }) => {
      const regionId = regions.get(code)
      return regionId ? [{ regionId, name }] : []
    }),
  })
}

async function loadRules(context: LoadContext): Promise<void> {
  const { tx } = context
  await tx.commissionRule.create({
    data: { id: context.commissionRuleId, bps: 500, validFrom: start, note: '演示' },
  })
  await tx.postageRule.create({
    data: { id: context.postageRuleId, parcelFen: 1000n, freeFromFen: 19_900n, validFrom: start },
  })
  const loose = {
    'codes.perPhoneDay': 200,
    'codes.perAddressHour': 1000,
    'codes.resendSeconds': 5,
    'mandates.joinMinutes': 0,
    'payouts.minimumFen': 100,
    'limits.searches': 6_000,
    'limits.suggestions': 18_000,
    'limits.files': 600,
    'orders.unpaidAtOnce': 0,
    'orders.unpaidShareBps': 0,
  }
  const transferAccount = {
    holder: { 'zh-CN': '陇原巧手手工艺合作社（示例）', en: 'Longyuan Qiaoshou Craft Cooperative (example)' },
    bank: { 'zh-CN': '示例银行兰州分行', en: 'Example Bank, Lanzhou branch' },
    number: exampleCardNumber(900_001),
  }
  await tx.setting.createMany({
    data: Object.entries({
      ...loose,
      'payments.transferAccount': transferAccount,
      'wages.minimumHourly': minimumWages,
      'desk.phones': deskPhones,
      'site.licences': licences,
      'site.contact': contact,
    }).map(([key, value]) => ({
      key,
      value,
      validFrom: start,
      note: '演示',
    })),
  })
}

async function loadTexts(context: LoadContext): Promise<void> {
  const texts = [
    [
      'made_to_order',
      'zh-CN',
      '订做须知',
      '订做的件按买家的要求做，没有质量问题不能退。现货和孤品签收次日起七天内可无理由退。',
    ],
    [
      'made_to_order',
      'en',
      'Made to order',
      'A piece made to your order cannot be returned unless it is faulty. Pieces in stock and one-offs can be returned within seven days of the day after they arrive.',
    ],
    [
      'account_in_other_name',
      'zh-CN',
      '付到别人名下的卡',
      '我知道这张卡不在我名下。我同意把我的货款付到这张卡，钱到了卡上由我和卡主自己商量。我随时可以停用这张卡。',
    ],
    [
      'account_in_other_name',
      'en',
      'Payment to a card in another name',
      'I know that this card is not in my name. I agree that my money is paid to it; what happens then is between me and its owner. I can stop the use of this card at any time.',
    ],
  ] as const
  await context.tx.textVersion.createMany({
    data: texts.map(([kind, locale, title, body], index) => ({
      id: index === 0 ? context.madeToOrderTextId : idAt(start),
      kind,
      version: 1,
      locale,
      title,
      body,
      validFrom: start,
    })),
  })
}

async function loadTerms({ tx, terms }: LoadContext): Promise<void> {
  const statuses = [
    ['registered', '建档立卡户', 'registered household', '2013-12-01', '2021-03-01'],
    ['lifted', '脱贫户', 'lifted household', '2016-01-01', null],
    ['unstable', '脱贫不稳定户', 'household lifted, not yet stable', '2020-03-01', null],
    ['marginal', '边缘易致贫户', 'household on the margin', '2020-03-01', null],
    ['severe', '突发严重困难户', 'household in sudden severe hardship', '2021-05-01', null],
    ['cleared', '风险消除', 'risk cleared', '2020-03-01', null],
  ] as const
  for (const [code, nameZh, nameEn, from, to] of statuses) {
    const id = crypto.randomUUID()
    terms.set(code, id)
    await tx.codeTerm.create({
      data: {
        id,
        list: 'household_status',
        code,
        nameZh,
        nameEn,
        validFrom: new Date(from),
        validTo: to && new Date(to),
      },
    })
  }
}
