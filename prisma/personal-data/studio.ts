import type { Table } from './table'

const inStudio = 'she reads it in the studio, under what it belongs to'
const ofDesk = 'the work of the desk, under the number of whoever did it'

/** What makers come by, bring and say: applications, records, recordings, tables of pieces, shared devices. */
export const studio: Record<string, Table> = {
  SellerApplication: {
    purpose: 'who asks to sell, as what, and what was decided',
    basis: 'contract',
    seenBy: 'she, the desk over her place; the licence and the declaration: finance and administration too',
    kept: 'joining',
    withheld:
      'the identity number as she typed it, which a lost file would give away; who decided, and numbers of rows',
    own: {
      state: 'applications[].state',
      kind: 'applications[].kind',
      realName: 'applications[].realName',
      regionId: 'applications[].place',
      craftId: 'applications[].craft',
      yearsAtCraft: 'applications[].yearsAtCraft',
      shopName: 'applications[].shopName',
      licenceName: 'applications[].licenceName',
      licenceCode: 'applications[].licenceCode',
      licenceUntil: 'applications[].licenceUntil',
      declarationTextId: 'applications[].declaration',
      agreementTextId: 'applications[].agreement',
      householdClaim: 'applications[].householdClaim',
      householdWords: 'applications[].householdWords',
      createdAt: 'applications[].createdAt',
      submittedAt: 'applications[].submittedAt',
    },
    columns: {
      personal:
        'id personId state kind realName regionId craftId yearsAtCraft shopName licenceName licenceCode licenceUntil licencePhotoId declarationTextId agreementTextId consentsAskedAt createdAt submittedAt sellerId recommendedById recommendedAt decidedById decidedAt',
      sensitive: 'idCipher householdClaim householdWords',
      secret: 'keyId',
    },
  },
  ApplicationPhoto: {
    purpose: 'samples of her work that she shows with it, sealed',
    basis: 'contract',
    seenBy: 'she, the desk over her place',
    kept: 'joining',
    withheld: 'pictures that she handed in herself; how many is in the file',
    columns: { personal: 'applicationId attachmentId addedAt' },
  },
  ApplicationEvent: {
    purpose: 'its steps, with reasons',
    basis: 'duty',
    seenBy: 'she, the desk over her place',
    kept: 'register',
    withheld: 'which member of staff did it, what was ticked and the county that it went over to',
    own: {
      state: 'applications[].steps[].state',
      at: 'applications[].steps[].at',
      reasonCode: 'applications[].steps[].reasonCode',
      words: 'applications[].steps[].words',
    },
    columns: { none: 'id', personal: 'applicationId state at byId reasonCode words checks toRegionId' },
  },
  JoinNotice: {
    purpose: 'that she was told of a step',
    basis: 'contract',
    seenBy: 'nobody; the machine',
    kept: 'register',
    withheld: inStudio,
    columns: { personal: 'about toldAt' },
  },
  SellerRenewal: {
    purpose: 'that a seller was looked at again after half a year',
    basis: 'duty',
    seenBy: 'she, the desk over her place',
    kept: 'register',
    withheld: inStudio,
    columns: { none: 'id', personal: 'sellerId confirmedById confirmedAt checkedById checkedAt until' },
  },
  CorrectionRequest: {
    purpose: 'what she says is wrong about her, and the answer',
    basis: 'duty',
    seenBy: 'she, the desk over her place',
    kept: 'register',
    withheld: 'who answered',
    own: {
      field: 'corrections[].field',
      words: 'corrections[].words',
      askedAt: 'corrections[].askedAt',
      isCorrected: 'corrections[].isCorrected',
      answer: 'corrections[].answer',
      answeredAt: 'corrections[].answeredAt',
    },
    columns: {
      none: 'id',
      personal: 'personId field words askedAt isCorrected answer answeredById answeredAt',
    },
  },
  VoiceArrival: {
    purpose: 'which recordings a device has brought',
    columns: { none: 'id productId arrivedAt' },
  },
  VoiceNote: {
    purpose: 'what she says about a piece, sealed',
    basis: 'consent',
    seenBy: 'she, the desk over her place; buyers while she agrees',
    kept: 'account',
    withheld: 'the file says which recordings there are; the sound itself is heard in the studio',
    columns: {
      none: 'id',
      personal: 'productId speakerId contentType seconds body recordedById recordedAt approvedAt',
      secret: 'keyId',
    },
  },
  Dictation: {
    purpose: 'what the desk typed up of it',
    basis: 'contract',
    seenBy: 'she, the desk over her place',
    kept: 'account',
    withheld: inStudio,
    columns: {
      personal: 'revisionId handedInAt typedAt typedById titleZh storyZh materialsZh toldAt confirmedAt',
    },
  },
  PieceList: {
    purpose: 'a table of pieces as it was sent',
    basis: 'contract',
    seenBy: "the seller's people",
    kept: 'account',
    withheld: inStudio,
    columns: {
      none: 'state pieceCount',
      personal: 'id sellerId uploadedById fileName fileHash file createdAt takenAt undoneAt',
    },
  },
  PhotoArchive: {
    purpose: 'the photographs that came with it, on their way',
    basis: 'contract',
    seenBy: "the seller's people",
    kept: 'account',
    withheld: inStudio,
    columns: {
      none: 'mark bytes received state fault',
      personal: 'id listId fileName entries createdAt',
    },
  },
  PhotoArchivePiece: {
    purpose: 'pieces of it',
    basis: 'contract',
    seenBy: 'nobody; the machine',
    kept: 'account',
    withheld: inStudio,
    columns: { none: 'start', personal: 'archiveId body' },
  },
  PieceListPhoto: {
    purpose: 'which photograph belongs to which piece',
    basis: 'contract',
    seenBy: "the seller's people",
    kept: 'account',
    withheld: inStudio,
    columns: { none: 'fault', personal: 'id listId archiveId name mediaId' },
  },
  ServicePoint: {
    purpose: 'a device that several makers share',
    basis: 'contract',
    seenBy: 'whoever opened it, the desk over the place',
    kept: 'register',
    withheld: ofDesk,
    columns: {
      none: 'id',
      personal: 'name regionId baseId openedById openedAt revokedById revokedAt',
      secret: 'tokenHash',
    },
  },
  PointMember: {
    purpose: 'whose tile is on it, and what her PIN is compared with',
    basis: 'contract',
    seenBy: 'whoever holds the device: the name of her shop',
    kept: 'account',
    withheld: inStudio,
    columns: { none: 'id', personal: 'pointId userId sellerId tries enrolledAt', secret: 'pinHash' },
  },
  PasswordTry: {
    purpose:
      'how often a password was tried in vain from an address, at a number that somebody or nobody has',
    basis: 'duty',
    seenBy: 'nobody; the machine',
    kept: 'day',
    withheld: 'of an address as a fingerprint, for a day',
    columns: { none: 'isKnown', personal: 'factorId tries nextTryAt lastAt', secret: 'addressHash' },
  },
  HouseholdAssistance: {
    purpose: 'what a household was given, apart from what it earned',
    basis: 'duty',
    seenBy: 'the desk over the household',
    kept: 'register',
    withheld: "the county's record, asked for there",
    columns: {
      none: 'id',
      personal: 'enteredById createdAt crossedOutAt crossedOutById crossedOutWhy',
      sensitive: 'householdId termId amountFen receivedOn document',
    },
  },
  PlatformReport: {
    purpose: 'what the tax office is told of a quarter',
    basis: 'duty',
    seenBy: 'finance and administration',
    kept: 'books',
    withheld: ofDesk,
    columns: { none: 'id quarter version reason isWhole', personal: 'madeById madeAt' },
  },
  PlatformReportRow: {
    purpose: 'each seller in it',
    basis: 'duty',
    seenBy: 'finance and administration',
    kept: 'books',
    withheld: 'she reads the same sums in her statements',
    columns: {
      personal:
        'reportId sellerId kind name ownerId orders incomeFen refundsFen commissionFen brokerFen netFen',
    },
  },
  Translation: {
    purpose: 'English that is typed by one and read by another',
    basis: 'contract',
    seenBy: 'the desk',
    kept: 'shown',
    withheld: ofDesk,
    columns: {
      none: 'kind sourceHash shownHash version',
      public: 'words',
      personal:
        'subjectId typedById typedAt reviewedById reviewedAt reopenedAt note claimedById claimedUntil',
    },
  },
  HomeItem: {
    purpose: 'what the first page shows for a time',
    columns: { none: 'id kind publishedNumber createdAt' },
  },
  HomeVersion: {
    purpose: 'how it was put, by whom',
    basis: 'consent',
    seenBy: 'anybody; who wrote it the administration',
    kept: 'shown',
    withheld: ofDesk,
    columns: {
      none: 'itemId number position shownFrom shownTo',
      public: 'titleZh titleEn textZh textEn link mediaId',
      personal: 'sellerId createdById createdAt',
    },
  },
  CraftField: {
    purpose: 'what a craft asks of a piece',
    columns: {
      public: 'id craftId code position kind nameZh nameEn hintZh unitZh unitEn least most isRequired',
    },
  },
  CraftFieldOption: {
    purpose: 'answers to it',
    columns: { public: 'fieldId code position nameZh nameEn' },
  },
  CraftPhrase: { purpose: 'ready sentences of a craft', columns: { public: 'id craftId position words' } },
  ImpactDay: { purpose: 'what /impact says of a day', columns: { public: 'day figures countedAt' } },
}
