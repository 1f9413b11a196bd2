import type { HouseholdSeed } from './types'
import { member, status } from './words'

/** Invented households of 榆中县. */
export const householdsYuzhong: readonly HouseholdSeed[] = [
  {
    key: 'h-guilan',
    code: 'SL-620123-001',
    villageCode: '620123100201',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('guilan-husband', 'self', '2014-06-01', '2024-03-12'),
      member('guilan', 'spouse', '2014-06-01', '2024-03-12'),
      member('guilan-child', 'daughter', '2014-06-01', '2024-03-12'),
      member('guilan-child-2', 'son', '2014-06-01', '2024-03-12'),
    ],
  },
  {
    key: 'h-guyu',
    code: 'SL-620123-002',
    villageCode: '620123105203',
    statuses: [status('registered', '2014-11-20', '2020-11-18'), status('lifted', '2020-11-18')],
    members: [
      member('guyu', 'self', '2014-06-01', '2024-05-16'),
      member('guyu-husband', 'spouse', '2014-06-01', '2024-05-16'),
      member('guyu-child', 'son', '2014-06-01', '2024-05-16'),
    ],
  },
  {
    key: 'h-longquan',
    code: 'SL-620123-003',
    villageCode: '620123208207',
    statuses: [status('registered', '2014-06-01', '2017-06-30')],
    members: [
      member('longquan-husband', 'self', '2014-06-01', '2024-09-05'),
      member('longquan', 'spouse', '2014-06-01', '2024-09-05'),
      member('longquan-child', 'daughter', '2014-06-01', '2024-09-05'),
      member('longquan-child-2', 'son', '2014-06-01', '2024-09-05'),
      member('longquan-mother-in-law', 'mother', '2014-06-01', '2024-09-05'),
    ],
  },
  {
    key: 'h-hanlu',
    code: 'SL-620123-004',
    villageCode: '620123109213',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('hanlu-husband', 'self', '2014-06-01', '2026-05-20'),
      member('hanlu', 'spouse', '2014-06-01', '2026-05-20'),
      member('hanlu-child', 'son', '2014-06-01', '2026-05-20'),
      member('hanlu-child-2', 'daughter', '2014-07-01', '2026-05-20'),
      member('hanlu-mother-in-law', 'mother', '2014-06-01', '2026-05-20'),
    ],
  },
  {
    key: 'h-dingyuan',
    code: 'SL-620123-005',
    villageCode: '620123107207',
    statuses: [status('registered', '2014-06-01', '2018-12-14'), status('lifted', '2018-12-14')],
    members: [
      member('dingyuan', 'self', '2014-06-01', '2024-03-12'),
      member('dingyuan-child', 'daughter', '2014-07-01', '2024-03-12'),
      member('dingyuan-mother-in-law', 'mother', '2014-06-01', '2024-03-12'),
    ],
  },
  {
    key: 'h-malan',
    code: 'SL-620123-006',
    villageCode: '620123205202',
    statuses: [status('registered', '2014-11-20', '2020-11-18'), status('lifted', '2020-11-18')],
    members: [
      member('malan-husband', 'self', '2014-06-01', '2025-06-11'),
      member('malan', 'spouse', '2014-06-01', '2025-06-11'),
      member('malan-child', 'daughter', '2014-06-01', '2025-06-11'),
      member('malan-child-2', 'son', '2014-06-01', '2025-06-11'),
      member('malan-mother-in-law', 'mother', '2014-06-01', '2025-06-11'),
    ],
  },
  {
    key: 'h-xinying',
    code: 'SL-620123-007',
    villageCode: '620123109203',
    statuses: [status('marginal', '2021-05-10')],
    members: [
      member('xinying', 'self', '2014-06-01', '2025-10-23'),
      member('xinying-child', 'son', '2014-06-01', '2025-10-23'),
      member('xinying-mother-in-law', 'mother', '2014-06-01', '2025-10-23'),
    ],
  },
  {
    key: 'h-lixia',
    code: 'SL-620123-008',
    villageCode: '620123103204',
    statuses: [
      status('registered', '2014-06-01', '2019-12-20'),
      status('lifted', '2019-12-20', '2021-09-15'),
      status('unstable', '2021-09-15'),
    ],
    members: [
      member('lixia-father-in-law', 'self', '2014-06-01', '2025-06-11'),
      member('lixia-mother-in-law', 'spouse', '2014-06-01', '2025-06-11'),
      member('lixia-husband', 'son', '2014-06-01', '2025-06-11'),
      member('lixia', 'daughter_in_law', { daysAgo: 47 }, { daysAgo: 44 }),
    ],
  },
  {
    key: 'h-qingming',
    code: 'SL-620123-009',
    villageCode: '620123207205',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('qingming-husband', 'self', '2014-06-01', '2024-03-12'),
      member('qingming', 'spouse', '2014-06-01', '2024-03-12'),
      member('qingming-child', 'daughter', '2014-06-01', '2024-03-12'),
      member('qingming-child-2', 'son', '2014-06-01', '2024-03-12'),
    ],
  },
  {
    key: 'h-gancao',
    code: 'SL-620123-010',
    villageCode: '620123105204',
    statuses: [status('registered', '2014-06-01', '2018-12-14'), status('lifted', '2018-12-14')],
    members: [
      member('gancao-husband', 'self', '2014-06-01', '2024-05-16'),
      member('gancao', 'spouse', '2014-06-01', '2024-05-16'),
      member('gancao-child', 'son', '2014-06-01', '2024-05-16'),
      member('gancao-child-2', 'daughter', '2014-07-01', '2024-05-16'),
    ],
  },
  {
    key: 'h-jinya',
    code: 'SL-620123-011',
    villageCode: '620123103201',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('jinya-husband', 'self', '2014-06-01', '2026-03-06'),
      member('jinya', 'spouse', '2014-06-01', '2026-03-06'),
      member('jinya-child', 'daughter', '2014-06-01', '2026-03-06'),
      member('jinya-child-2', 'son', '2014-06-01', '2026-03-06'),
    ],
  },
]
