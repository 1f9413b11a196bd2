/** What stands at the foot of the sample shop's pages. No register has given such a number: they are zeros. */
export const licences = {
  icp: '陇ICP备00000000号（示例）',
  police: '甘公网安备62000000000000号（示例）',
  licence: '陇原巧手手工艺合作社（示例）　执照号 000000000000000000（示例）',
} as const

/** How the sample shop is reached: by nobody, at a number of zeros and an address that no register gives out. */
export const contact = {
  phone: '0931-0000000',
  hoursZh: '示例号码，每天 9:00–18:00',
  hoursEn: 'example number, daily 9:00–18:00 Beijing time',
  email: 'help@example.com',
} as const
