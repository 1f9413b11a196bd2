import type { Actor } from '~/modules/auth/actor'
import { makeModeTitle } from '~/modules/catalog/listing-texts'
import type { WishDraft } from '~/modules/catalog/schema'
import { colourTitle, materialTitle, occasionTitle } from '~/modules/search/attributes'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { type Translate, translator } from '~/platform/i18n/translate'
import type { FileCell } from '~/platform/table-file.server'
import type { StreamedTable } from '~/platform/table-stream.server'
import { findOwnPieces, type OwnPiece, photoName } from './find-own-pieces.server'
import { columnTitle, type ListColumn, listColumns, wishColumns } from './list-columns'

/** Her pieces as a table with the columns of the template, one row for a piece and one for each further kind: it may come in again. It is read while it is taken away. Nothing in it is calculated. Refuses what findOwnPieces refuses. */
export async function getPiecesFile({
  actor,
  sellerId,
  locale,
}: {
  actor: Actor
  sellerId: string | null
  locale: Locale
}): Promise<StreamedTable> {
  const t = translator(locale)
  const [pieces, crafts] = await Promise.all([
    findOwnPieces({ actor, sellerId }),
    prisma.craft.findMany({ select: { code: true, nameZh: true, nameEn: true } }),
  ])
  const craftName = new Map(
    crafts.map(({ code, nameZh, nameEn }) => [code, locale === 'en' ? nameEn : nameZh]),
  )
  return {
    name: t('pieces.sheet'),
    columns: listColumns.map((column) => t(columnTitle[column])),
    rows: rows(),
  }

  async function* rows(): AsyncGenerator<FileCell[]> {
    for await (const piece of pieces) yield* rowsOf(piece, t, craftName)
  }
}

function rowsOf(
  { code, content }: OwnPiece,
  t: Translate,
  craftName: ReadonlyMap<string, string>,
): FileCell[][] {
  const yuan = (fen: number | null) => (fen === null ? null : { fen })
  const between = t('pieces.between')
  const yes = (told: boolean) => t(told ? 'pieces.yes' : 'pieces.no')
  const { makeMode, options } = content
  const [first, ...others] = options
  const whole: Record<Exclude<ListColumn, WishColumn>, FileCell> & Partial<Record<WishColumn, FileCell>> = {
    code,
    titleZh: content.titleZh,
    craftCode: content.craftCode === null ? '' : (craftName.get(content.craftCode) ?? content.craftCode),
    kindZh: first?.nameZh ?? '',
    price: yuan(first ? first.priceFen : content.priceFen),
    makeMode: makeMode === null ? '' : t(makeModeTitle[makeMode]),
    stock: first ? first.stock : content.stock,
    makeDays: first ? first.makeDays : content.makeDays,
    storyZh: content.storyZh,
    materialsZh: content.materialsZh,
    makingHours: content.makingHours,
    photos: content.photos.map((_, at) => photoName(code, at)).join(between),
    sizeZh: content.sizeZh,
    widthMm: content.widthMm,
    heightMm: content.heightMm,
    depthMm: content.depthMm,
    weightGrams: content.weightGrams,
    careZh: content.careZh,
    materialCodes: content.materialCodes.map((one) => t(materialTitle[one])).join(between),
    colourCodes: content.colourCodes.map((one) => t(colourTitle[one])).join(between),
    occasionCodes: content.occasionCodes.map((one) => t(occasionTitle[one])).join(between),
    weeklyCapacity: content.weeklyCapacity,
    shipsAbroad: yes(content.shipsAbroad),
    materialsCost: yuan(content.materialsCostFen),
    packing: yuan(content.packingFen),
    hourlyWage: yuan(content.hourlyWageFen),
    lowWageReason: content.lowWageReason,
    showsCosts: yes(content.showsCosts),
    titleEn: content.titleEn,
    kindEn: first?.nameEn ?? '',
    storyEn: content.storyEn,
    materialsEn: content.materialsEn,
    sizeEn: content.sizeEn,
    careEn: content.careEn,
    ...wishCells(content.wishes, yes),
  }
  return [
    listColumns.map((column) => whole[column] ?? null),
    ...others.map((kind) => {
      const own: Partial<Record<ListColumn, FileCell>> = {
        code,
        kindZh: kind.nameZh,
        kindEn: kind.nameEn,
        price: yuan(kind.priceFen),
        stock: kind.stock,
        makeDays: kind.makeDays,
      }
      return listColumns.map((column) => own[column] ?? null)
    }),
  ]
}

type WishColumn = (typeof wishColumns)[number][keyof (typeof wishColumns)[number]]

/** The questions to the buyer; nothing where there is none. */
function wishCells(
  wishes: readonly WishDraft[],
  yes: (told: boolean) => string,
): Partial<Record<WishColumn, FileCell>> {
  const cells: Partial<Record<WishColumn, FileCell>> = {}
  for (const [at, wish] of wishes.entries()) {
    const columns = wishColumns[at]
    if (!columns) break
    cells[columns.labelZh] = wish.labelZh
    cells[columns.labelEn] = wish.labelEn
    cells[columns.hintZh] = wish.hintZh
    cells[columns.hintEn] = wish.hintEn
    cells[columns.maxLength] = wish.maxLength
    cells[columns.isRequired] = yes(wish.isRequired)
  }
  return cells
}
