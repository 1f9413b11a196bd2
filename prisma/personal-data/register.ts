import type { Table } from './table'

export const register: Record<string, Table> = {
  Household: {
    purpose: 'a registered household',
    basis: 'duty',
    seenBy: 'its members, by the place alone; the desk over its place',
    kept: 'register',
    withheld: 'the register is the county’s; the desk shows and corrects it, and gives a copy there',
    columns: { personal: 'id code regionId sourceDocument enteredById importId createdAt' },
  },
  HouseholdMember: {
    purpose: 'who belongs to it, from when to when',
    basis: 'duty',
    seenBy: 'herself; the desk over its place',
    kept: 'register',
    withheld: 'the register is the county’s; the desk shows and corrects it, and gives a copy there',
    columns: {
      personal: 'id personId householdId validFrom validTo verifiedById verifiedAt importId',
      sensitive: 'relation evidence',
    },
  },
  HouseholdStatus: {
    purpose: 'what it is registered as',
    basis: 'duty',
    seenBy: 'its members, without the source; the desk over its place',
    kept: 'register',
    withheld: 'the register is the county’s; the desk shows and corrects it, and gives a copy there',
    columns: {
      personal: 'id householdId validFrom validTo importId enteredById',
      sensitive: 'termId source',
    },
  },
  HouseholdFacts: {
    purpose:
      'how many live and work in it, why it was registered, and who of the offices is responsible for it, her number sealed',
    basis: 'duty',
    seenBy: 'the desk over its place; the number masked, in the clear one at a time with a reason',
    kept: 'register',
    withheld: 'the register is the county’s; the desk shows and corrects it, and gives a copy there',
    columns: {
      none: 'id',
      personal: 'cadreName cadreOffice importId enteredById enteredAt',
      sensitive:
        'householdId people workers mainCauseId otherCauseIds identifiedIn liftedIn cadrePhone cadrePhoneCipher document',
      secret: 'cadrePhoneKeyId',
    },
  },
  HouseholdImport: {
    purpose: 'a list as it came, sealed',
    basis: 'duty',
    seenBy: 'the desk over the place',
    kept: 'register',
    withheld: 'the register is the county’s; the desk shows and corrects it, and gives a copy there',
    columns: {
      none: 'id regionId state householdCount memberCount completedCount',
      personal: 'uploadedById fileName mapping createdAt touchedAt takenAt undoneAt',
      sensitive: 'cipher',
      secret: 'keyId',
    },
  },
  HouseholdLink: {
    purpose: 'that a maker is a member of a household',
    basis: 'duty',
    seenBy: 'herself; the desk over her region',
    kept: 'register',
    withheld: 'the register is the county’s; the desk shows and corrects it, and gives a copy there',
    columns: {
      personal:
        'id personId validFrom validTo evidence verifiedById verifiedAt endedById endReason createdAt',
      sensitive: 'memberId noReason',
    },
  },
  IncomeAttribution: {
    purpose: 'whose income a sale became',
    basis: 'duty',
    seenBy: 'herself; the desk over her region',
    kept: 'books',
    withheld: 'the register is the county’s; the desk shows and corrects it, and gives a copy there',
    own: { amountFen: 'incomes[].amountFen', earnedOn: 'incomes[].earnedOn', source: 'incomes[].source' },
    columns: {
      personal: 'id ledgerEntryId lineMakerId personId regionId earnedOn source amountFen',
      sensitive: 'householdId noHouseholdReason statusTermId',
    },
  },
  MonthlyReturn: {
    purpose: 'a place’s month; no names',
    basis: 'duty',
    seenBy: 'the desk over the place and above',
    kept: 'books',
    withheld: 'which member of staff did it, on a record that is not about her',
    columns: {
      none: 'id month regionId version reason sales pieces goodsFen earnings earners newEarners households incomeFen payouts payoutsFen onboarded',
      personal: 'confirmedById confirmedAt lockedById lockedAt',
    },
  },
  MonthlyReturnRow: {
    purpose: 'its rows; no names',
    columns: {
      none: 'returnId regionId childId isMissing sales pieces goodsFen earnings earners newEarners households incomeFen payouts payoutsFen onboarded',
    },
  },
  ReturnTemplate: {
    purpose: 'a city’s own table',
    basis: 'duty',
    seenBy: 'the desk',
    kept: 'books',
    withheld: 'which member of staff did it, on a record that is not about her',
    columns: { none: 'id regionId fileName bytes', personal: 'uploadedById uploadedAt' },
  },
  CodeTerm: {
    purpose: 'words of code tables',
    columns: { none: 'id list code nameZh nameEn validFrom validTo mergedIntoId mergedOn' },
  },
  CodeTermName: {
    purpose: 'and what they were called before',
    columns: { none: 'id termId nameZh nameEn validTo' },
  },
  SalesDay: {
    purpose: 'sums of a maker’s day',
    basis: 'contract',
    seenBy: 'the maker; the desk over her',
    kept: 'books',
    withheld: 'sums of her orders and sales, which her studio shows',
    columns: {
      none: 'id isWhole craftId channel paidBy',
      personal: 'day sellerId regionId orders pieces goodsFen returnedPieces refundedFen',
    },
  },
  SalesChange: {
    purpose: 'sales whose sums are being brought up',
    columns: { none: 'id sellerOrderId' },
  },
  Region: {
    purpose: 'places',
    columns: { none: 'id code level nameZh nameEn parentId path ancestorIds validFrom validTo replacedById' },
  },
  RegionName: {
    purpose: 'and their former names',
    columns: { none: 'id regionId name validFrom validTo' },
  },
}
