import { z } from 'zod'

const line = z.string().trim().min(1).max(80).nullable()

/** What the law wants at the foot of every page once it is there: value of the dated setting `site.licences`. Each is shown as it is written, null is not shown. */
export const Licences = z.object({
  /** 陇ICP备…号: of the ministry that records sites */
  icp: line,
  /** 甘公网安备…号: of the public security office; its digits lead to its record */
  police: line,
  /** the operator's name and the number of its business licence */
  licence: line,
})
export type Licences = z.output<typeof Licences>
