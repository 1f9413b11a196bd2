import type { Tx } from '~/platform/db/prisma.server'
import { type Account, accountName } from './accounts'

/** An account in one currency. */
type Purse = { account: Account; currency: string }

/**
 * The ids of accounts by their names, all of them held against who locks them to read their balance, in the order of their ids, as she does; those that are new are opened before together
 * with their parties, in the order of their names, so that two transactions which open the same ones never wait for each other in a circle. Safe when two open them at once.
 */
export async function holdAccounts(tx: Tx, purses: readonly Purse[]): Promise<Map<string, string>> {
  const wanted = new Map(purses.map((purse) => [accountName(purse.account, purse.currency), purse]))
  const names = [...wanted.keys()].sort()
  const held = await holdAll(tx, names)
  if (held.size > 0) return held
  const known = await tx.ledgerAccount.findMany({ where: { name: { in: names } }, select: { name: true } })
  for (const name of names) {
    const purse = wanted.get(name)
    if (purse && !known.some((account) => account.name === name)) await openAccount(tx, name, purse)
  }
  return holdAll(tx, names)
}

/** None unless all are there: what is not must be opened before anything is held. */
async function holdAll(tx: Tx, names: string[]): Promise<Map<string, string>> {
  const held = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "LedgerAccount"
    WHERE name = ANY (${names}::text[]) AND (SELECT count(*) FROM "LedgerAccount" WHERE name = ANY (${names}::text[])) = ${names.length}
    ORDER BY id FOR KEY SHARE`
  return new Map(held.map(({ id, name }) => [name, id]))
}

async function openAccount(tx: Tx, name: string, { account, currency }: Purse): Promise<void> {
  const partyId = await findOrCreateParty(tx, account)
  await tx.$executeRaw`
    INSERT INTO "LedgerAccount" (id, "partyId", kind, currency, name)
    VALUES (${crypto.randomUUID()}::uuid, ${partyId}::uuid, ${account.kind}::"AccountKind", ${currency}, ${name}) ON CONFLICT DO NOTHING`
}

/** Who an account, a bank card or a stock of goods belongs to. */
export type PartyOwner =
  | { system: string }
  | { sellerId: string }
  | { personId: string }
  | { organisationId: string }

/** The id of a party, made on first use. */
export async function findOrCreateParty(tx: Tx, owner: PartyOwner): Promise<string> {
  if ('system' in owner) {
    await tx.party.createMany({ data: [{ kind: 'system', system: owner.system }], skipDuplicates: true })
    return (await tx.party.findUniqueOrThrow({ where: { system: owner.system }, select: { id: true } })).id
  }
  if ('sellerId' in owner) {
    await tx.party.createMany({ data: [{ kind: 'seller', sellerId: owner.sellerId }], skipDuplicates: true })
    return (await tx.party.findUniqueOrThrow({ where: { sellerId: owner.sellerId }, select: { id: true } }))
      .id
  }
  if ('organisationId' in owner) {
    const { organisationId } = owner
    await tx.party.createMany({ data: [{ kind: 'organisation', organisationId }], skipDuplicates: true })
    return (await tx.party.findUniqueOrThrow({ where: { organisationId }, select: { id: true } })).id
  }
  await tx.party.createMany({ data: [{ kind: 'person', personId: owner.personId }], skipDuplicates: true })
  return (await tx.party.findUniqueOrThrow({ where: { personId: owner.personId }, select: { id: true } })).id
}
