import type { Table } from './table'

export const shop: Record<string, Table> = {
  Seller: {
    purpose: 'a maker’s shop, as she shows it',
    basis: 'consent',
    seenBy: 'everybody but the village; the desk over her',
    kept: 'shown',
    withheld: 'what her shop shows, and she edits in her studio',
    columns: {
      public:
        'kind status slug nameZh nameEn sealText countyId licenceName licenceCode licenceUntil isExempt steps isSample',
      personal:
        'id regionId wordsZh wordsEn makerName wordsConsentId nameConsentId yearsAtCraft weeklyCapacity createdAt verifiedUntil',
    },
  },
  SellerRest: {
    purpose: 'days on which she does not work',
    basis: 'contract',
    seenBy: 'the maker; everybody until when',
    kept: 'books',
    withheld: 'her studio shows it',
    columns: { none: 'id', personal: 'sellerId kind fromDay untilDay createdAt removedAt' },
  },
  SellerEvent: {
    purpose: 'the steps of a shop',
    basis: 'contract',
    seenBy: 'the desk over her',
    kept: 'books',
    withheld: 'the state is her shop’s',
    columns: { none: 'id', personal: 'sellerId status at regionId' },
  },
  SellerPerson: {
    purpose: 'who stands behind a shop',
    basis: 'contract',
    seenBy: 'herself and who works in the shop with her; the desk over her; finance',
    kept: 'books',
    withheld: 'her studio shows it',
    columns: { personal: 'id sellerId personId role validFrom validTo' },
  },
  ShopHandover: {
    purpose: 'that a shop goes from one owner to another, and that both agreed',
    basis: 'contract',
    seenBy: 'the two; the desk over the shop',
    kept: 'books',
    withheld: 'her account shows it',
    columns: {
      personal:
        'id sellerId fromPersonId toPersonId heirName note proposedById proposedAt fromAgreedAt toAgreedAt doneAt endedAt',
    },
  },
  HandoverAbsence: {
    purpose:
      'that a shop went on without the word of an owner who died, was too ill or could not be reached, and who approved it',
    basis: 'duty',
    seenBy: 'the desk over the shop',
    kept: 'books',
    withheld:
      'about somebody who could not be asked; her account shows that a handover waits and lets her object',
    columns: {
      personal: 'handoverId approvedById approvedAt objectUntil',
      sensitive: 'kind attachmentId',
    },
  },
  Mandate: {
    purpose: 'who may act for a maker, and how she agreed',
    basis: 'consent',
    seenBy: 'the two; the desk over her',
    kept: 'books',
    withheld: 'her studio shows it and ends it',
    columns: {
      personal:
        'id sellerId agentPersonId agentKind scope capBps cutBps validFrom validTo createdAt signedByPrincipalAt consentMeans signedByAgentAt revokedAt',
    },
  },
  MandateProof: {
    purpose: 'what the maker said or signed so that somebody may act for her, sealed',
    basis: 'consent',
    seenBy: 'the desk over her, for a reason; the two read what became of it',
    kept: 'mandate',
    withheld: 'who opened and decided it is in the audit',
    own: {
      means: 'proofs[].means',
      contentType: 'proofs[].contentType',
      seconds: 'proofs[].seconds',
      body: 'proofs[].body',
      handedInAt: 'proofs[].handedInAt',
      decidedAt: 'proofs[].decidedAt',
      refusal: 'proofs[].refusal',
      goneAt: 'proofs[].goneAt',
    },
    columns: {
      none: 'id',
      personal:
        'mandateId means contentType seconds body handedInById handedInAt openedById openedAt decidedById decidedAt refusal toldAt goneAt',
      secret: 'keyId',
    },
  },
  Act: {
    purpose: 'what an agent did for her',
    basis: 'consent',
    seenBy: 'the two',
    kept: 'books',
    withheld: 'her studio shows it',
    columns: {
      personal: 'id mandateId sellerId agentUserId kind subjectType subjectId before after noticeId at',
    },
  },
  ActUndo: {
    purpose: 'what she took back',
    basis: 'consent',
    seenBy: 'the two',
    kept: 'books',
    withheld: 'as Act',
    columns: { personal: 'actId userId noticeId at' },
  },
  BaseProfile: {
    purpose: 'a base, as it shows itself',
    columns: { public: 'sellerId hostZh hostEn supportZh supportEn sinceYear sendsTogether' },
  },
  BaseMember: {
    purpose: 'who works with it',
    basis: 'contract',
    seenBy: 'the base; the maker',
    kept: 'books',
    withheld: 'her studio shows it',
    columns: { none: 'id baseId', personal: 'sellerId validFrom validTo' },
  },
  Craft: {
    purpose: 'crafts',
    columns: { public: 'id code nameZh nameEn sentenceZh sentenceEn position mediaId' },
  },
  Product: {
    purpose: 'pieces',
    basis: 'contract',
    seenBy: 'everybody once it is on sale; else the maker and the desk over her',
    kept: 'shown',
    withheld: 'her studio shows it',
    columns: {
      public:
        'id slug serial craftId status makingMinutes widthMm heightMm depthMm fromPriceFen materialCodes colourCodes occasionCodes shipsAbroad packingFen showsCosts isSample createdAt updatedAt publishedAt attributes',
      personal: 'sellerId ownCode listId materialsCostFen hourlyWageFen lowWageReason',
    },
  },
  ProductEvent: {
    purpose: 'their steps',
    columns: { none: 'id productId status at' },
  },
  ProductText: {
    purpose: 'their words',
    basis: 'contract',
    seenBy: 'everybody once it is on sale',
    kept: 'shown',
    withheld: 'which member of staff did it, on a record that is not about her',
    columns: {
      public: 'id productId locale title story materials size care source wordsAt',
      personal: 'reviewedById reviewedAt',
    },
  },
  ListingRevision: {
    purpose: 'a draft and what was said about it',
    basis: 'contract',
    seenBy: 'the maker; the desk over her',
    kept: 'books',
    withheld: 'her studio shows it',
    columns: {
      none: 'id productId number state version written createdAt updatedAt',
      personal: 'content submittedAt submittedById reviewedAt reviewedById reasonCode reasonText',
    },
  },
  ListingEvent: {
    purpose: 'its steps',
    basis: 'contract',
    seenBy: 'the maker; the desk over her',
    kept: 'books',
    withheld: 'as ListingRevision',
    columns: { none: 'id revisionId state', personal: 'at actorUserId reasonCode reasonText content' },
  },
  Media: {
    purpose: 'photographs, freed of what the camera wrote',
    basis: 'consent',
    seenBy: 'everybody once it is shown',
    kept: 'shown',
    withheld: 'her studio shows it',
    columns: {
      public:
        'id contentHash state width height bytes altZh altEn shot colour thumbHash lookHash avifAt sampleFile',
      personal: 'sellerId createdAt',
    },
  },
  ProductMedia: {
    purpose: 'which piece shows them',
    columns: { public: 'productId mediaId position' },
  },
  PhotoUpload: {
    purpose: 'a photograph that is still coming',
    columns: { none: 'id productId shot sha256 bytes received createdAt doneAt' },
  },
  UploadPiece: {
    purpose: 'and its pieces',
    columns: { none: 'uploadId start body' },
  },
  Wish: {
    purpose: 'what a maker asks the buyer',
    columns: { public: 'id productId position labelZh labelEn hintZh hintEn maxLength isRequired' },
  },
  Variant: {
    purpose: 'kinds of a piece',
    columns: {
      public: 'id productId nameZh nameEn makeMode makeDays weeklyCapacity weightGrams position retiredAt',
    },
  },
  PriceTier: {
    purpose: 'prices',
    columns: { public: 'id variantId channel minQuantity unitPriceFen' },
  },
  StockItem: {
    purpose: 'how many there are',
    columns: { none: 'id ownerPartyId holderPartyId kind variantId materialName onHand reserved' },
  },
  StockMovement: {
    purpose: 'how they came and went',
    basis: 'contract',
    seenBy: 'the maker',
    kept: 'books',
    withheld: 'which member of staff did it, on a record that is not about her',
    columns: { none: 'id stockItemId kind quantity orderLineId', personal: 'actorUserId at' },
  },
  StockReservation: {
    purpose: 'pieces held for an order',
    columns: { none: 'id stockItemId orderLineId quantity state expiresAt' },
  },
  StockReservationEvent: {
    purpose: 'its steps',
    columns: { none: 'id stockReservationId state at' },
  },
  CommissionRule: {
    purpose: 'commission',
    basis: 'duty',
    seenBy: 'finance',
    kept: 'books',
    withheld: 'which member of staff did it, on a record that is not about her',
    columns: {
      none: 'id priority craftId sellerKind campaign bps taxBps validFrom validTo',
      personal: 'note createdById',
    },
  },
  PostageRule: {
    purpose: 'postage',
    columns: { none: 'id parcelFen freeFromFen validFrom validTo' },
  },
  Promotion: {
    purpose: 'promotions',
    basis: 'contract',
    seenBy: 'everybody; the maker who agrees',
    kept: 'books',
    withheld: 'which member of staff did it, on a record that is not about her',
    columns: {
      none: 'id',
      public:
        'nameZh nameEn code percentBps offFen minSpendFen craftId sellerId bearer organisationId mostUses mostPerBuyer used validFrom validTo replacesId createdAt',
      personal: 'agreedAt agreedById note createdById',
    },
  },
  SearchEntry: {
    purpose: 'what is searched; public words alone',
    columns: {
      public:
        'id kind productId sellerId craftId isShown names words facets score publishedAt fromPriceFen makingMinutes makerId look number revision',
    },
  },
  SearchSlip: {
    purpose: 'typing errors',
    columns: { none: 'slip form shown' },
  },
  WorkClaim: {
    purpose: 'who is on a piece of work',
    basis: 'contract',
    seenBy: 'staff',
    kept: 'day',
    withheld: 'which member of staff did it, on a record that is not about her',
    columns: { none: 'queue subjectId', personal: 'userId takenAt until givenById' },
  },
  ReviewPhrase: {
    purpose: 'ready sentences of staff',
    basis: 'contract',
    seenBy: 'staff',
    kept: 'account',
    withheld: 'about work; she reads and removes them at the desk',
    columns: { none: 'id regionId', personal: 'userId words createdAt' },
  },
  Country: {
    purpose: 'countries that parcels go to',
    columns: {
      public:
        'code nameZh nameEn zoneId isLatin postcodePattern postcodeExample freeLimit freeLimitCurrency freeLimitOn',
    },
  },
  PostageZone: {
    purpose: 'zones',
    columns: { public: 'id code nameZh nameEn position' },
  },
  PostageRate: {
    purpose: 'postage abroad',
    basis: 'duty',
    seenBy: 'everybody',
    kept: 'books',
    withheld: 'which member of staff did it, on a record that is not about her',
    columns: {
      public:
        'id zoneId service firstGrams firstFen stepGrams stepFen mostGrams daysFrom daysTo isTracked validFrom validTo',
      personal: 'createdById',
    },
  },
  BlockedGoods: {
    purpose: 'what may not go where',
    basis: 'duty',
    seenBy: 'everybody',
    kept: 'books',
    withheld: 'which member of staff did it, on a record that is not about her',
    columns: {
      public: 'id countryCode craftId materialCode reasonZh reasonEn validFrom validTo',
      personal: 'createdById',
    },
  },
  CustomsEntry: {
    purpose: 'what customs are told',
    basis: 'duty',
    seenBy: 'everybody',
    kept: 'books',
    withheld: 'which member of staff did it, on a record that is not about her',
    columns: {
      public: 'id craftId productId hsCode origin descriptionZh descriptionEn validFrom validTo',
      personal: 'createdById',
    },
  },
  ExchangeRate: {
    purpose: 'rates',
    basis: 'duty',
    seenBy: 'everybody',
    kept: 'books',
    withheld: 'which member of staff did it, on a record that is not about her',
    columns: { public: 'id currency day cnyPer100 source createdAt', personal: 'createdById' },
  },
}
