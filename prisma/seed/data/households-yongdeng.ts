import type { HouseholdSeed } from './types'
import { member, status } from './words'

/** Invented households of 永登县. */
export const householdsYongdeng: readonly HouseholdSeed[] = [
  {
    key: 'h-heqiao',
    code: 'SL-620121-001',
    villageCode: '620121104201',
    statuses: [status('registered', '2014-06-01', '2018-12-14'), status('lifted', '2018-12-14')],
    members: [
      member('heqiao', 'self', '2014-06-01', '2025-03-18'),
      member('heqiao-child', 'son', '2014-06-01', '2025-03-18'),
      member('heqiao-mother-in-law', 'mother', '2014-06-01', '2025-03-18'),
    ],
  },
  {
    key: 'h-mangzhong',
    code: 'SL-620121-002',
    villageCode: '620121106206',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('mangzhong-husband', 'self', '2014-06-01', '2025-06-11'),
      member('mangzhong', 'spouse', '2014-06-01', '2025-06-11'),
      member('mangzhong-child', 'daughter', '2014-06-01', '2025-06-11'),
      member('mangzhong-child-2', 'son', '2014-06-01', '2025-06-11'),
    ],
  },
  {
    key: 'h-xiuzhen',
    code: 'SL-620121-003',
    villageCode: '620121100206',
    statuses: [
      status('registered', '2014-06-01', '2019-12-20'),
      status('lifted', '2019-12-20', '2021-09-15'),
      status('unstable', '2021-09-15'),
    ],
    members: [
      member('xiuzhen', 'self', '2014-06-01', '2026-03-06'),
      member('xiuzhen-husband', 'spouse', '2014-06-01', '2026-03-06'),
      member('xiuzhen-child', 'daughter', '2014-06-01', '2026-03-06'),
    ],
  },
  {
    key: 'h-jingzhe',
    code: 'SL-620121-004',
    villageCode: '620121109207',
    statuses: [status('registered', '2014-11-20', '2020-11-18'), status('lifted', '2020-11-18')],
    members: [
      member('jingzhe-husband', 'self', '2014-06-01'),
      member('jingzhe', 'spouse', '2014-06-01'),
      member('jingzhe-child', 'son', '2019-07-01'),
    ],
  },
  {
    key: 'h-datong',
    code: 'SL-620121-005',
    villageCode: '620121109203',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('datong-husband', 'self', '2014-06-01', '2026-03-06'),
      member('datong', 'spouse', '2014-06-01', '2026-03-06'),
      member('datong-child', 'daughter', '2014-06-01', '2026-03-06'),
      member('datong-child-2', 'son', '2014-06-01', '2026-03-06'),
    ],
  },
  {
    key: 'h-qiufen',
    code: 'SL-620121-006',
    villageCode: '620121106209',
    statuses: [status('registered', '2014-06-01', '2018-12-14'), status('lifted', '2018-12-14')],
    members: [
      member('qiufen-husband', 'self', '2014-06-01', '2026-05-20'),
      member('qiufen', 'spouse', '2014-06-01', '2026-05-20'),
      member('qiufen-child', 'son', '2014-06-01', '2026-05-20'),
      member('qiufen-child-2', 'daughter', '2017-07-01', '2026-05-20'),
    ],
  },
  {
    key: 'h-lixia-before',
    code: 'SL-620121-007',
    villageCode: '620121110207',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('lixia-father', 'self', '2014-06-01', '2024-05-16'),
      member('lixia-mother', 'spouse', '2014-06-01', '2024-05-16'),
      { ...member('lixia', 'daughter', '2014-06-01', '2024-05-16'), to: { daysAgo: 47 } },
      member('lixia-brother', 'son', '2014-06-01', '2024-05-16'),
    ],
  },
  {
    key: 'h-wushengyi',
    code: 'SL-620121-008',
    villageCode: '620121103201',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('wushengyi', 'self', '2014-06-01', '2024-09-05'),
      member('wushengyi-child', 'daughter', '2014-06-01', '2024-09-05'),
      member('wushengyi-mother-in-law', 'mother', '2014-06-01', '2024-09-05'),
    ],
  },
  {
    key: 'h-zhongbao',
    code: 'SL-620121-009',
    villageCode: '620121102207',
    statuses: [
      status('registered', '2014-06-01', '2019-12-20'),
      status('lifted', '2019-12-20', '2021-09-15'),
      status('unstable', '2021-09-15'),
    ],
    members: [
      member('zhongbao-husband', 'self', '2014-06-01', '2025-03-18'),
      member('zhongbao', 'spouse', '2014-06-01', '2025-03-18'),
      member('zhongbao-child', 'son', '2014-06-01', '2025-03-18'),
      member('zhongbao-child-2', 'daughter', '2014-06-01', '2025-03-18'),
    ],
  },
  {
    key: 'h-liancheng',
    code: 'SL-620121-010',
    villageCode: '620121105202',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('liancheng-husband', 'self', '2014-06-01', '2026-03-06'),
      member('liancheng', 'spouse', '2014-06-01', '2026-03-06'),
      member('liancheng-child', 'daughter', '2014-06-01', '2026-03-06'),
      member('liancheng-child-2', 'son', '2014-06-01', '2026-03-06'),
      member('liancheng-mother-in-law', 'mother', '2014-06-01', '2026-03-06'),
    ],
  },
  {
    key: 'h-minle',
    code: 'SL-620121-011',
    villageCode: '620121202206',
    statuses: [status('registered', '2014-11-20', '2020-11-18'), status('lifted', '2020-11-18')],
    members: [
      member('minle', 'self', '2014-06-01', '2026-05-20'),
      member('minle-child', 'son', '2014-07-01', '2026-05-20'),
      member('minle-mother-in-law', 'mother', '2014-06-01', '2026-05-20'),
    ],
  },
  {
    key: 'h-kushui',
    code: 'SL-620121-012',
    villageCode: '620121106204',
    statuses: [
      status('registered', '2014-06-01', '2019-12-20'),
      status('lifted', '2019-12-20', { daysAgo: 40 }),
      status('unstable', { daysAgo: 40 }),
    ],
    members: [
      member('kushui', 'self', '2014-06-01', '2024-09-05'),
      member('kushui-husband', 'spouse', '2014-06-01', '2024-09-05'),
      member('kushui-child', 'daughter', '2014-06-01', '2024-09-05'),
    ],
  },
  {
    key: 'h-tongyuan',
    code: 'SL-620121-013',
    villageCode: '620121114203',
    statuses: [status('registered', '2014-11-20', '2020-11-18'), status('lifted', '2020-11-18')],
    members: [
      member('tongyuan-husband', 'self', '2014-06-01', '2025-03-18'),
      member('tongyuan', 'spouse', '2014-06-01', '2025-03-18'),
      member('tongyuan-child', 'son', '2018-07-01', '2025-03-18'),
      member('tongyuan-mother-in-law', 'mother', '2014-06-01', '2025-03-18'),
    ],
  },
  {
    key: 'h-qishan',
    code: 'SL-620121-014',
    villageCode: '620121204206',
    statuses: [status('registered', '2014-06-01', '2018-12-14'), status('lifted', '2018-12-14')],
    members: [
      member('qishan', 'self', '2014-06-01', '2026-05-20'),
      member('qishan-husband', 'spouse', '2014-06-01', '2026-05-20'),
      member('qishan-child', 'son', '2014-06-01', '2026-05-20'),
    ],
  },
]
