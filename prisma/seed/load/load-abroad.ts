import type { LoadContext } from './load-context'

const start = new Date('2020-01-01T00:00:00Z')

/** Zone, then of e-packet, parcel and EMS: first weight and its price, step and its price, the most, days. Fen and grams; invented, of the size that they are. */
const rates = [
  ['near', 'epacket', 100, 2_500n, 100, 600n, 2_000, 5, 10],
  ['near', 'ems', 500, 13_000n, 500, 4_000n, 20_000, 3, 7],
  ['asia', 'epacket', 100, 2_800n, 100, 700n, 2_000, 7, 15],
  ['asia', 'ems', 500, 18_000n, 500, 5_500n, 20_000, 5, 10],
  ['europe', 'epacket', 100, 3_200n, 100, 800n, 2_000, 10, 20],
  ['europe', 'parcel', 1_000, 19_500n, 1_000, 6_500n, 10_000, 25, 50],
  ['europe', 'ems', 500, 28_000n, 500, 7_500n, 20_000, 7, 14],
  ['america', 'epacket', 100, 3_600n, 100, 1_000n, 2_000, 12, 25],
  ['america', 'ems', 500, 24_000n, 500, 7_500n, 20_000, 7, 14],
  ['oceania', 'epacket', 100, 3_300n, 100, 850n, 2_000, 10, 20],
  ['oceania', 'ems', 500, 21_000n, 500, 5_500n, 20_000, 7, 14],
  ['far', 'ems', 500, 33_500n, 500, 10_000n, 20_000, 10, 20],
] as const

/** What customs are told of each craft's goods: six figures of the harmonised system. */
const customs = [
  ['knots', '580890', '手编绳结饰品', 'Knotted cord ornament, handmade'],
  ['beadwork', '711790', '串珠饰品', 'Beaded imitation jewellery, handmade'],
  ['tie-dye', '630790', '扎染布艺', 'Tie-dyed textile article, handmade'],
  ['crochet', '630790', '钩织用品', 'Crocheted textile article, handmade'],
  ['embroidery', '581092', '刺绣', 'Embroidery in the piece, handmade'],
  ['sachets', '630790', '刺绣香包', 'Embroidered sachet, handmade'],
  ['cloisonne', '830629', '掐丝珐琅画', 'Cloisonné wire picture, handmade'],
  ['gourds', '960200', '刻葫芦', 'Carved gourd'],
  ['feitian', '970191', '手绘装饰画', 'Painting, executed by hand'],
] as const

/** Rates into every zone, and what the customs form says of each craft. */
export async function loadAbroad({ tx, crafts }: LoadContext): Promise<void> {
  const zones = new Map(
    (await tx.postageZone.findMany({ select: { id: true, code: true } })).map(({ id, code }) => [code, id]),
  )
  await tx.postageRate.createMany({
    data: rates.map(
      ([zone, service, firstGrams, firstFen, stepGrams, stepFen, mostGrams, daysFrom, daysTo]) => ({
        zoneId: zones.get(zone) ?? '',
        service,
        firstGrams,
        firstFen,
        stepGrams,
        stepFen,
        mostGrams,
        daysFrom,
        daysTo,
        // by land and sea nobody scans it on its way
        isTracked: service !== 'parcel',
        validFrom: start,
      }),
    ),
  })
  await tx.customsEntry.createMany({
    data: customs.flatMap(([code, hsCode, descriptionZh, descriptionEn]) => {
      const craft = crafts.get(code)
      return craft ? [{ craftId: craft.id, hsCode, descriptionZh, descriptionEn }] : []
    }),
  })
}
