import type { HouseholdSeed } from './types'
import { member, status } from './words'

/** Invented households of the other districts. */
export const householdsOthers: readonly HouseholdSeed[] = [
  {
    key: 'h-heishi',
    code: 'SL-620122-001',
    villageCode: '620122106205',
    statuses: [status('marginal', '2021-05-10', { daysAgo: 30 }), status('cleared', { daysAgo: 30 })],
    members: [
      member('heishi-husband', 'self', '2014-06-01', '2025-10-23'),
      member('heishi', 'spouse', '2014-06-01', '2025-10-23'),
      member('heishi-child', 'son', '2014-06-01', '2025-10-23'),
      member('heishi-child-2', 'daughter', '2014-06-01', '2025-10-23'),
    ],
  },
  {
    key: 'h-lichun',
    code: 'SL-620122-002',
    villageCode: '620122100203',
    statuses: [
      status('registered', '2014-06-01', '2019-12-20'),
      status('lifted', '2019-12-20', '2021-09-15'),
      status('unstable', '2021-09-15', '2023-06-28'),
      status('cleared', '2023-06-28'),
    ],
    members: [
      member('lichun-husband', 'self', '2014-06-01', '2024-09-05'),
      member('lichun', 'spouse', '2014-06-01', '2024-09-05'),
      member('lichun-child', 'daughter', '2014-06-01', '2024-09-05'),
      member('lichun-child-2', 'son', '2014-06-01', '2024-09-05'),
    ],
  },
  {
    key: 'h-xicha',
    code: 'SL-620171-001',
    villageCode: '620171103206',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('xicha', 'self', '2014-06-01', '2025-03-18'),
      member('xicha-husband', 'spouse', '2014-06-01', '2025-03-18'),
      member('xicha-child', 'son', '2014-06-01', '2025-03-18'),
    ],
  },
  {
    key: 'h-weiling',
    code: 'SL-620103-001',
    villageCode: '620103201207',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('weiling', 'self', '2014-06-01', '2024-03-12'),
      member('weiling-husband', 'spouse', '2014-06-01', '2024-03-12'),
      member('weiling-child', 'daughter', '2014-06-01', '2024-03-12'),
    ],
  },
  {
    key: 'h-shidong',
    code: 'SL-620122-003',
    villageCode: '620122100207',
    statuses: [status('severe', '2024-03-06')],
    members: [
      member('shidong-husband', 'self', '2014-06-01', '2025-06-11'),
      member('shidong', 'spouse', '2014-06-01', '2025-06-11'),
      member('shidong-child', 'daughter', '2016-07-01', '2025-06-11'),
      member('shidong-child-2', 'son', '2020-07-01', '2025-06-11'),
    ],
  },
  {
    key: 'h-guoyuan',
    code: 'SL-620103-002',
    villageCode: '620103103207',
    statuses: [status('registered', '2014-06-01', '2018-12-14'), status('lifted', '2018-12-14')],
    members: [
      member('guoyuan', 'self', '2014-06-01', '2025-10-23'),
      member('guoyuan-husband', 'spouse', '2014-06-01', '2025-10-23'),
      member('guoyuan-child', 'son', '2014-06-01', '2025-10-23'),
    ],
  },
  {
    key: 'h-huangyu',
    code: 'SL-620103-003',
    villageCode: '620103104205',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('huangyu', 'self', '2014-06-01', '2025-06-11'),
      member('huangyu-child', 'daughter', '2014-06-01', '2025-06-11'),
      member('huangyu-mother-in-law', 'mother', '2014-06-01', '2025-06-11'),
    ],
  },
  {
    key: 'h-qinchuan',
    code: 'SL-620171-002',
    villageCode: '620171102208',
    statuses: [status('registered', '2014-06-01', '2019-12-20'), status('lifted', '2019-12-20')],
    members: [
      member('qinchuan-husband', 'self', '2014-06-01', '2025-10-23'),
      member('qinchuan', 'spouse', '2014-06-01', '2025-10-23'),
      member('qinchuan-child', 'son', '2014-06-01', '2025-10-23'),
      member('qinchuan-child-2', 'daughter', '2014-06-01', '2025-10-23'),
    ],
  },
]
