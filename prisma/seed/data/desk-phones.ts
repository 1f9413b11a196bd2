/** Offices of the sample data. No such number is in use: 0931 is followed by zeros. */
export const deskPhones = {
  '6201': { nameZh: '兰州市联络站（示例）', nameEn: 'Lanzhou city office (sample)', phone: '0931-0000005' },
  '620123': {
    nameZh: '榆中县联络站（示例）',
    nameEn: 'Yuzhong county office (sample)',
    phone: '0931-0000003',
  },
  '620121': {
    nameZh: '永登县联络站（示例）',
    nameEn: 'Yongdeng county office (sample)',
    phone: '0931-0000004',
  },
} as const
