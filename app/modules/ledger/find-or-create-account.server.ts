import type { Tx } from '~/platform/db/prisma.server'
import { type Account, accountName } from './accounts'

/** The id of an account, opened on first use together with its party. Safe when two transactions open it at once. */
export async function findOrCreateAccount(tx: Tx, account: Account, currency: string): Promise<string> {
  const name = accountName(account, currency)
  const found = await tx.ledgerAccount.findUnique({ where: { name }, select: { id: true } })
  if (found) return found.id
  const partyId = await findOrCreateParty(tx, account)
  await tx.$executeRaw`
    INSERT INTO "LedgerAccount" (id, "partyId", kind, currency, name)
    VALUES (${crypto.randomUUID()}::uuid, ${partyId}::uuid, ${account.kind}::"AccountKind", ${currency}, ${name}) ON CONFLICT DO NOTHING`
  const opened = await tx.ledgerAccount.findUniqueOrThrow({ where: { name }, select: { id: true } })
  return opened.id
}

/** Who an account, a bank card or a stock of goods belongs to. */
export type PartyOwner = { system: string } | { sellerId: string } | { personId: string }

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
  await tx.party.createMany({ data: [{ kind: 'person', personId: owner.personId }], skipDuplicates: true })
  return (await tx.party.findUniqueOrThrow({ where: { personId: owner.personId }, select: { id: true } })).id
}
