import type { ListingDraft } from '~/modules/catalog/schema'
import { type ListingPhoto, shots } from '~/modules/catalog/shots'
import { message } from '~/platform/fields'
import { type ListColumn, letterAt, listLimits, mapTitles, sampleCode } from './list-columns'
import { type CraftName, partsOf } from './list-words'
import { photosByCode, sameName } from './photo-names'
import { type Complain, readPiece, type TableRow } from './read-piece'
import type { PieceTable } from './read-table.server'

/** What is wrong in one cell: `letter` is its column, '' when the table has none. `text` is a message of the catalogue with its parameters. */
export type CellFault = { row: number; letter: string; column: ListColumn; text: string }

/** A piece that would become a draft. */
export type NewPiece = { row: number; code: string; content: ListingDraft }

/** A piece of the table as she sees it: a new one, one of hers that is there already and stays as it is, or one with something to mend. */
export type TablePiece = {
  row: number
  code: string
  title: string
  priceFen: number | null
  kinds: number
  photos: number
  standing: 'new' | 'known' | 'wrong'
}

/** A picture that came with the table: a photo, or why it is none. */
export type SentPhoto = { name: string; mediaId: string | null; fault: string | null }

/** What a table is held against: the crafts, her numbers that are taken, and the pictures that came. */
export type Ground = {
  crafts: readonly CraftName[]
  knownCodes: ReadonlySet<string>
  photos: readonly SentPhoto[]
}

export type Judgement = {
  pieces: TablePiece[]
  fresh: NewPiece[]
  faults: CellFault[]
  /** titles that mean nothing here */
  unknownTitles: string[]
  /** pictures that belong to no row */
  loosePhotos: string[]
}

/** Holds a table against what is there, and changes nothing: every piece that it would begin, and every cell that has to be mended. Rows with one number are the kinds of one piece. */
export function judgeTable(table: PieceTable, ground: Ground): Judgement {
  const { places, unknown } = mapTitles(table.titles)
  const faults: CellFault[] = []
  const complain: Complain = (row, column, text) => {
    const place = places.get(column)
    faults.push({ row, column, letter: place === undefined ? '' : letterAt(place), text })
  }
  const pieces: TablePiece[] = []
  const fresh: NewPiece[] = []
  const groups = new Map<string, [TableRow, ...TableRow[]]>()
  for (const { number, cells } of table.rows) {
    const row: TableRow = { number, says: (column) => (cells[places.get(column) ?? -1] ?? '').trim() }
    const code = row.says('code').normalize('NFKC')
    if (code === sampleCode) continue
    const fault = faultOfCode(code)
    const group = groups.get(code)
    if (fault) {
      complain(number, 'code', fault)
      pieces.push({ row: number, code, title: row.says('titleZh'), ...unread })
    } else if (group) group.push(row)
    else groups.set(code, [row])
  }
  const photos = new Photos([...groups.keys()], ground.photos)
  for (const [code, rows] of groups) {
    const [first] = rows
    const before = faults.length
    const isKnown = ground.knownCodes.has(code)
    // one that is there already stays as it is, whatever is written about it
    const say = isKnown ? () => {} : complain
    const piece = readPiece(rows, first, { crafts: ground.crafts, complain: say })
    const found = photos.find(code, first, say)
    const content = { ...piece, ...firstKind(piece), photos: found }
    const standing = faults.length > before ? 'wrong' : isKnown ? 'known' : 'new'
    pieces.push({
      row: first.number,
      code,
      title: first.says('titleZh'),
      priceFen: content.priceFen,
      kinds: content.options.length,
      photos: found.length,
      standing,
    })
    if (standing === 'new') fresh.push({ row: first.number, code, content })
  }
  const byRow = (one: { row: number }, other: { row: number }) => one.row - other.row
  return {
    pieces: pieces.sort(byRow),
    fresh,
    faults: faults.sort(byRow),
    unknownTitles: unknown,
    loosePhotos: photos.loose(),
  }
}

const unread = { priceFen: null, kinds: 0, photos: 0, standing: 'wrong' } as const

function faultOfCode(code: string): string | null {
  if (code === '') return message('pieces.noCode')
  const isCode = !/[\s\p{C}/\\:*?"<>|]/u.test(code) && [...code].length <= listLimits.code
  return isCode ? null : message('pieces.badCode', { max: listLimits.code })
}

/** A piece with kinds is sold as its first one until a buyer chooses. */
function firstKind({ options: [first], ...piece }: ListingDraft) {
  const { priceFen, stock, makeDays } = first ?? piece
  return { priceFen, stock, makeDays }
}

/** The pictures that came with a table, and which of them belong to a row. */
class Photos {
  readonly #sent: ReadonlyMap<string, SentPhoto>
  readonly #named: ReadonlyMap<string, string[]>
  readonly #taken = new Set<string>()

  constructor(codes: readonly string[], sent: readonly SentPhoto[]) {
    this.#sent = new Map(sent.map((photo) => [sameName(photo.name), photo]))
    this.#named = photosByCode(
      codes,
      sent.map(({ name }) => name),
    )
  }

  /** Those that the row names, else those that are named after its number; one that is there twice counts once. */
  find(code: string, { number, says }: TableRow, complain: Complain): ListingPhoto[] {
    const wanted = partsOf(says('photos'))
    const media = new Set<string>()
    for (const name of wanted.length > 0 ? wanted : (this.#named.get(code) ?? [])) {
      const photo = this.#sent.get(sameName(name))
      if (photo) this.#taken.add(sameName(name))
      if (photo?.mediaId) media.add(photo.mediaId)
      else if (wanted.length > 0) {
        const what = photo ? 'pieces.badPhoto' : 'pieces.noPhoto'
        complain(number, 'photos', message(what, { name: name.slice(0, 60) }))
      }
    }
    if (media.size > shots.length)
      complain(number, 'photos', message('pieces.photosTooMany', { max: shots.length }))
    return [...media].flatMap((mediaId, at) => {
      const shot = shots[at]
      return shot ? [{ mediaId, shot }] : []
    })
  }

  loose(): string[] {
    return [...this.#sent].filter(([name]) => !this.#taken.has(name)).map(([, { name }]) => name)
  }
}
