/** What stands at the foot of the sample shop's pages. No register has given such a number: they are zeros. */
export const licences = {
  icp: '陇ICP备00000000号（示例）',
  police: '甘公网安备62000000000000号（示例）',
  licence: '陇原巧手手工艺合作社（示例）',
} as const
