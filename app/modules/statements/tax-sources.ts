/** What a year is made of, in the order in which it is shown. */
export const taxSources = [
  'goodsFen',
  'commissionFen',
  'brokerFen',
  'postageFen',
  'brokerageFen',
  'refundsFen',
  'otherFen',
  'incomeFen',
  'paidFen',
] as const
