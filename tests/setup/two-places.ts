type Side = 'a' | 'b'

const nouns = [
  'region',
  'person',
  'key',
  'secret',
  'household',
  'member',
  'status',
  'link',
  'party',
  'account',
  'income',
  'order',
  'part',
  'seller',
  'role',
  'term',
  'import',
  'address',
] as const

function idOf(side: Side, noun: (typeof nouns)[number]): string {
  return `00000000-0000-7000-8000-${side.repeat(4)}${String(nouns.indexOf(noun)).padStart(8, '0')}`
}

/**
 * Two villages, each with a woman, her phone, household, status, verified link, bank account, income and an order, for tests of the walls.
 * The second county's code begins like the first one's. `a` sold and ships nothing any more; `b` has a's order still to ship.
 * Written by a superuser with triggers off, because only what the walls look at matters here.
 */
export const twoPlaces = {
  city: '62.6201',
  county: { a: '62.6201.620123', b: '62.6201.6201231' },
  village: { a: '62.6201.620123.620123101', b: '62.6201.6201231.6201231101' },
  villageId: { a: idOf('a', 'region'), b: idOf('b', 'region') },
  person: { a: idOf('a', 'person'), b: idOf('b', 'person') },
} as const

const regions = `
  INSERT INTO "Region" (id, code, level, "nameZh", "parentId") VALUES
    ('00000000-0000-7000-8000-000000000001', '62', 'province', '省', NULL);
  INSERT INTO "Region" (id, code, level, "nameZh", "parentId") VALUES
    ('00000000-0000-7000-8000-000000000002', '6201', 'city', '市', '00000000-0000-7000-8000-000000000001');
  INSERT INTO "Region" (id, code, level, "nameZh", "parentId") VALUES
    ('00000000-0000-7000-8000-000000000003', '620123', 'county', '甲县', '00000000-0000-7000-8000-000000000002'),
    ('00000000-0000-7000-8000-000000000004', '6201231', 'county', '乙县', '00000000-0000-7000-8000-000000000002');
  INSERT INTO "Region" (id, code, level, "nameZh", "parentId") VALUES
    ('${idOf('a', 'region')}', '620123101', 'village', '甲村', '00000000-0000-7000-8000-000000000003'),
    ('${idOf('b', 'region')}', '6201231101', 'village', '乙村', '00000000-0000-7000-8000-000000000004');`

function plantSide(side: Side, entry: number): string {
  const id = (noun: (typeof nouns)[number]) => `'${idOf(side, noun)}'`
  const other = side === 'a' ? 'b' : 'a'
  const shipped = side === 'a' ? `'to_ship', '2026-11-30', NULL` : `'shipped', NULL, now()`
  return `
  INSERT INTO "Person" (id, "dataKeyId", name, "regionId") VALUES (${id('person')}, ${id('key')}, '示例', ${id('region')});
  INSERT INTO "PersonSecret" (id, "personId", field, "keyId", cipher, "blindIndex")
    VALUES (${id('secret')}, ${id('person')}, 'phone', ${id('key')}, 'c', '${side}');
  INSERT INTO "Address" (id, "personId", "keyId", cipher) VALUES (${id('address')}, ${id('person')}, ${id('key')}, 'c');
  INSERT INTO "Household" (id, code, "regionId", "sourceDocument") VALUES (${id('household')}, 'H-${side}', ${id('region')}, 'x');
  INSERT INTO "HouseholdMember" (id, "personId", "householdId", relation, "validFrom", evidence)
    VALUES (${id('member')}, ${id('person')}, ${id('household')}, 'self', '2016-01-01', 'x');
  INSERT INTO "HouseholdStatus" (id, "householdId", "termId", "validFrom", source)
    VALUES (${id('status')}, ${id('household')}, ${id('term')}, '2016-01-01', 'x');
  INSERT INTO "HouseholdLink" (id, "personId", "memberId", "validFrom", evidence)
    VALUES (${id('link')}, ${id('person')}, ${id('member')}, '2016-01-01', 'x');
  INSERT INTO "Party" (id, kind, "personId") VALUES (${id('party')}, 'person', ${id('person')});
  INSERT INTO "BankAccount" (id, "partyId", "keyId", "holderCipher", "numberCipher", last4, "bankName")
    VALUES (${id('account')}, ${id('party')}, ${id('key')}, 'c', 'c', '0000', '示例银行');
  INSERT INTO "IncomeAttribution" (id, "ledgerEntryId", "personId", "householdId", "regionId", "earnedOn", source, "amountFen")
    VALUES (${id('income')}, ${entry}, ${id('person')}, ${id('household')}, ${id('region')}, '2026-11-01', 'sale', 100);
  INSERT INTO "SellerPerson" (id, "sellerId", "personId", role, "validFrom")
    VALUES (${id('role')}, ${id('seller')}, ${id('person')}, 'owner', '2016-01-01');
  INSERT INTO "Order" (id, number, "buyerPartyId", "itemsFen", "postageFen", "totalFen", "accessHash", "payBy")
    VALUES (${id('order')}, '2611-00000${entry}', ${side === 'a' ? id('party') : 'NULL'}, 100, 0, 100, '${side}', now());
  INSERT INTO "SellerOrder" (id, "orderId", "sellerId", "itemsFen", "postageFen", status, "shipBy", "shippedAt")
    VALUES (${id('part')}, ${id('order')}, '${idOf(other, 'seller')}', 100, 0, ${shipped});
  INSERT INTO "HouseholdImport" (id, "regionId", "uploadedById", "fileName", "keyId") VALUES (${id('import')}, ${id('region')}, ${id('person')}, '示例.xlsx', ${id('key')});
  INSERT INTO "AuditEvent" (action, "subjectType", "subjectId", "regionId") VALUES ('household.opened', 'Household', ${id('household')}, ${id('region')});
  INSERT INTO "OrderContact" ("orderId", "keyId", cipher, "phoneIndex", "regionCode")
    VALUES (${id('order')}, ${id('key')}, 'c', '${side}', '620123');
  INSERT INTO "Invoice" ("orderId", kind, "keyId", cipher) VALUES (${id('order')}, 'personal', ${id('key')}, 'c');`
}

/** Run by a superuser in an empty, migrated database. */
export const plantTwoPlaces = `${regions}
  SET session_replication_role = replica;
  ${plantSide('a', 1)}
  ${plantSide('b', 2)}
  UPDATE "SellerOrder" SET status = 'received', "receivedAt" = now(), "receivedHow" = 'buyer', "completeAfter" = now()
    WHERE id = '${idOf('b', 'part')}';
  SET session_replication_role = DEFAULT;`
