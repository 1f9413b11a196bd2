import { before, type LoadContext } from './load-context'

/** Promotions of the sample: one of each bearer. The maker's own waits for her; what applies by itself asks for more than a journey spends. */
export async function loadPromotions({ tx, now, users, crafts, sellers }: LoadContext): Promise<void> {
  const federation = await tx.organisation.create({
    data: { nameZh: '兰州市妇女联合会（示例）', nameEn: 'Lanzhou Women’s Federation (sample)' },
    select: { id: true },
  })
  const span = {
    validFrom: before(now, 10),
    validTo: before(now, -60),
    createdById: idOf(users, '13800000108'),
  }
  await tx.promotion.createMany({
    data: [
      {
        ...span,
        nameZh: '新客礼',
        nameEn: 'Welcome gift',
        code: 'WELCOME10',
        percentBps: 1_000,
        bearer: 'platform',
        mostPerBuyer: 1,
        note: '平台出钱，请新客人试一试（示例）',
      },
      {
        ...span,
        nameZh: '妇联助巧手',
        nameEn: 'The federation for makers',
        offFen: 20_000n,
        minSpendFen: 500_000n,
        bearer: 'sponsor',
        organisationId: federation.id,
        mostUses: 50,
        note: '市妇联会上定的，大单由妇联补（示例）',
      },
      {
        ...span,
        nameZh: '串珠节',
        nameEn: 'Beadwork days',
        code: 'BEADS20',
        offFen: 2_000n,
        minSpendFen: 10_000n,
        craftId: crafts.get('beadwork')?.id ?? null,
        bearer: 'platform',
        mostUses: 200,
        note: '串珠专题一起上（示例）',
      },
      {
        ...span,
        nameZh: '桂兰老客价',
        nameEn: 'Guilan’s regulars',
        code: 'GUILAN15',
        percentBps: 1_500,
        sellerId: idOf(sellers, 'guilan'),
        bearer: 'seller',
        note: '她在电话里问起，等她在手机上点头（示例）',
      },
    ],
  })
}

function idOf(rows: ReadonlyMap<string, string | { id: string }>, key: string): string {
  const row = rows.get(key)
  if (!row) throw new Error(`the sample has no ${key}`)
  return typeof row === 'string' ? row : row.id
}
