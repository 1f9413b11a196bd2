import type { DemoAccount } from './data/types'

/** Of every sample coordinator, of finance and of the administrator. */
export const demoPassword = 'dengxia-dajie-2026'

/** Printed at the start of the demo and in the README. The names are invented; the sign-in codes appear on the console. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    role: 'artisan',
    phone: '13800000101',
    name: { zh: '蓝桂兰（示例）', en: 'Lan Guilan (sample)' },
    note: {
      zh: '桂兰结艺，榆中县：上新、接单、看钱',
      en: 'Guilan Knots, Yuzhong: list, make, see the money',
    },
    sellerKey: 'guilan',
    regionCode: '620123',
  },
  {
    role: 'artisan',
    phone: '13800000102',
    name: { zh: '桑秀珍（示例）', en: 'Sang Xiuzhen (sample)' },
    note: { zh: '秀珍串珠，永登县：订做的活', en: 'Xiuzhen Beads, Yongdeng: pieces made to order' },
    sellerKey: 'xiuzhen',
    regionCode: '620121',
  },
  {
    role: 'artisan',
    phone: '13800000112',
    name: { zh: '纬大暑（示例）', en: 'Wei Dashu (sample)' },
    note: {
      zh: '陇上结艺基地：点收巧手交来的，一起寄',
      en: 'Longshang Knot Base: counts in what makers hand over, and sends it',
    },
    sellerKey: 'longshang',
    regionCode: '620171',
  },
  {
    role: 'coordinator',
    phone: '13800000103',
    name: { zh: '陈联络员（示例）', en: 'Coordinator Chen (sample)' },
    note: {
      zh: '榆中县联络员：审上架、看户、看订单',
      en: 'Yuzhong county: reviews listings, households, orders',
    },
    regionCode: '620123',
  },
  {
    role: 'coordinator',
    phone: '13800000113',
    name: { zh: '李联络员（示例）', en: 'Coordinator Li (sample)' },
    note: {
      zh: '榆中县联络员：和陈联络员分着审，一件一个人看',
      en: 'Yuzhong county: shares the queue with Chen, one person a piece',
    },
    regionCode: '620123',
  },
  {
    role: 'coordinator',
    phone: '13800000104',
    name: { zh: '魏联络员（示例）', en: 'Coordinator Wei (sample)' },
    note: { zh: '永登县联络员：看不到榆中的活', en: 'Yongdeng county: sees nothing of Yuzhong' },
    regionCode: '620121',
  },
  {
    role: 'coordinator',
    phone: '13800000105',
    name: { zh: '康联络员（示例）', en: 'Coordinator Kang (sample)' },
    note: { zh: '兰州市联络员：看全市', en: 'City of Lanzhou: sees every county' },
    regionCode: '6201',
  },
  {
    role: 'finance',
    phone: '13800000106',
    name: { zh: '田会计（示例）', en: 'Tian, finance (sample)' },
    note: { zh: '财务一：备结算批次', en: 'Finance one: prepares a payout batch' },
  },
  {
    role: 'finance',
    phone: '13800000107',
    name: { zh: '水会计（示例）', en: 'Shui, finance (sample)' },
    note: { zh: '财务二：复核，自己备的不能自己批', en: 'Finance two: approves what somebody else prepared' },
  },
  {
    role: 'admin',
    phone: '13800000108',
    name: { zh: '管理员（示例）', en: 'Administrator (sample)' },
    note: { zh: '管理：账户、佣金、拨快时钟', en: 'Accounts, commission, moving the clock' },
  },
  {
    role: 'broker',
    phone: '13800000109',
    name: { zh: '顾经纪人（示例）', en: 'Gu, broker (sample)' },
    note: {
      zh: '经纪人：替几位巧手拍照、送料、收件',
      en: 'Broker: photographs, brings cord, collects pieces',
    },
  },
  {
    role: 'buyer',
    phone: '13800000201',
    name: { zh: '周样本（示例）', en: 'Zhou, buyer (sample)' },
    note: { zh: '有账户的买家：看订单、收货、退换', en: 'A buyer with an account: orders, receipt, returns' },
  },
]
