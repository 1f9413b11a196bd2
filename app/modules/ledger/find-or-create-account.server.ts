import type { Tx } from '~/platform/db/prisma.server'
import { type Account, accountName } from './accounts'

/** An account in one currency. */
export type Purse = { account: Account; currency: string }

/**
 * Opens those of the accounts that are new, with their parties, in the order of their names, so that two transactions which open the same ones never wait for each other in a circle. Safe when two open them
 * at once.
 */
export async function openAccounts(tx: Tx, purses: readonly Purse[]): Promise<void> {
  const wanted = new Map(purses.map((purse) => [accountName(purse.account, purse.currency), purse]))
  const names = [...wanted.keys()].sort()
  const known = await tx.ledgerAccount.findMany({ where: { name: { in: names } }, select: { name: true } })
  for (const name of names) {
    const purse = wanted.get(name)
    if (purse && !known.some((account) => account.name === name)) await openAccount(tx, name, purse)
  }
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
