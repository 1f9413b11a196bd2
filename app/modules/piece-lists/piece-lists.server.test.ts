import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { encodeGb18030 } from '~/platform/gb18030'
import { translator } from '~/platform/i18n/translate'
import { streamTable } from '~/platform/table-stream.server'
import { openZip } from '~/platform/zip/open-zip.server'
import { openRevision, photoBytes, saveWords } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { readWorkbook, workbookOf, zipOf } from '../../../tests/fixtures/piece-tables'
import { readAll } from '../../../tests/fixtures/read-all'
import { statementsOf } from '../../../tests/fixtures/statements'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { archiveLimits } from './archive-limits'
import { discardList } from './discard-list.server'
import { dropArchive } from './drop-archive.server'
import { findArchive } from './find-archive.server'
import { getFaultFile } from './get-fault-file.server'
import { getList } from './get-list.server'
import { getPhotosFile } from './get-photos-file.server'
import { getPiecesFile } from './get-pieces-file.server'
import { getTemplate } from './get-template.server'
import { receiveArchive } from './receive-archive.server'
import { takeList } from './take-list.server'
import { undoList } from './undo-list.server'
import { unpackArchive } from './unpack-archive.server'
import { uploadList } from './upload-list.server'

const t = translator('zh-CN')
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )
const titles = ['货号', '名称', '工艺', '价格（元）', '怎么卖', '数量（件）', '照片']

function send(actor: Actor, bytes: Uint8Array, change: { sellerId?: string; listId?: string } = {}) {
  return uploadList({ actor, fileName: '上新.xlsx', bytes, sellerId: null, ...change })
}

const draftsOf = (listId: string) =>
  owner.product.findMany({
    where: { listId },
    include: { revisions: true },
    orderBy: { ownCode: 'asc' },
  })

async function sendArchive(actor: Actor, listId: string, whole: Buffer, mark = 'one') {
  const archive = { fileName: '照片.zip', mark, bytes: whole.length }
  for (let start = 0; start < whole.length; start += archiveLimits.pieceBytes)
    await receiveArchive({
      actor,
      listId,
      archive,
      start,
      body: whole.subarray(start, start + archiveLimits.pieceBytes),
    })
  const row = await owner.photoArchive.findUniqueOrThrow({ where: { listId } })
  await unpackArchive({ archiveId: row.id })
}

let artisan: Actor
let crafts: { nameZh: string }[]
beforeAll(async () => {
  await buildGround()
  artisan = (await buildSeller()).actor
  crafts = await owner.craft.findMany({ select: { nameZh: true }, orderBy: { position: 'asc' } })
})
const row = (code: string, ...rest: unknown[]) => [code, `挂件${code}`, crafts[0]?.nameZh, ...rest]

describe('a table of pieces', () => {
  it('with a fault changes nothing, comes back marked, and mended becomes drafts', async () => {
    const faulty = await workbookOf([titles, row('A1', 368, '有现货', 3), row('A2', '很贵', '有现货', 1)])
    const listId = await send(artisan, faulty)
    const page = await getList({ actor: artisan, listId, t })
    expect(page.draft).toMatchObject({ fresh: 1, wrong: 1, known: 0 })
    expect(page.draft?.faults).toEqual([{ row: 3, where: 'D 列 价格（元）', what: t('errors.badMoney') }])
    expect(await keyOf(takeList({ actor: artisan, listId }))).toBe('pieces.faultsNow')
    expect(await draftsOf(listId)).toEqual([])

    const marked = await readWorkbook(await getFaultFile({ actor: artisan, listId, t }))
    expect(marked[2]?.[0]).toContain('D 列 价格（元）：')
    expect(marked[2]?.[4]).toBe('很贵')
    const mended = marked.map((cells) => cells.map((cell) => (cell === '很贵' ? '68' : cell)))
    expect(await send(artisan, await workbookOf(mended), { listId })).toBe(listId)
    expect((await getList({ actor: artisan, listId, t })).draft).toMatchObject({
      fresh: 2,
      faults: [],
      unknownTitles: [],
    })
    await takeList({ actor: artisan, listId })
    const drafts = await draftsOf(listId)
    expect(drafts).toMatchObject([
      {
        ownCode: 'A1',
        status: 'draft',
        revisions: [{ state: 'draft', content: { titleZh: '挂件A1', priceFen: 36_800 } }],
      },
      { ownCode: 'A2', revisions: [{ content: { priceFen: 6800, stock: 1 } }] },
    ])
    expect(await keyOf(takeList({ actor: artisan, listId }))).toBe('pieces.takenAlready')
  })

  it('in GB 18030 with semicolons is read alike, and a formula is text', async () => {
    const { actor } = await buildSeller()
    const text = `货号;名称;工艺;价格\r\nG1;=1+1;${crafts[0]?.nameZh};=2*3\r\n`
    const listId = await send(actor, encodeGb18030(text))
    const page = await getList({ actor, listId, t })
    expect(page.draft?.faults).toEqual([{ row: 2, where: 'D 列 价格（元）', what: t('pieces.formula') }])
    const [, cells] = await readWorkbook(await getFaultFile({ actor, listId, t }))
    expect(cells?.slice(1, 3)).toEqual(['G1', '=1+1'])
  })

  it('sent twice leads to the same draft, says so once it was taken, and may come again when undone', async () => {
    const { actor } = await buildSeller()
    const bytes = await workbookOf([titles, row('S1', 50), row('S2', 60)])
    const listId = await send(actor, bytes)
    expect(await send(actor, bytes)).toBe(listId)
    await Promise.allSettled([takeList({ actor, listId }), takeList({ actor, listId })])
    expect(await draftsOf(listId)).toHaveLength(2)
    expect(await keyOf(send(actor, bytes))).toBe('pieces.sameFile')
    const other = await workbookOf([titles, row('S2', 60), row('S3', 70)])
    const otherId = await send(actor, other)
    expect((await getList({ actor, listId: otherId, t })).draft).toMatchObject({ fresh: 1, known: 1 })
    await undoList({ actor, listId })
    await undoList({ actor, listId })
    expect((await draftsOf(listId)).map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn'])
    expect(await send(actor, bytes)).not.toBe(listId)
  })

  it('is not undone once a piece of it was worked on', async () => {
    const { actor } = await buildSeller()
    const listId = await send(actor, await workbookOf([titles, row('T1', 50), row('T2', 60)]))
    await takeList({ actor, listId })
    const [first] = await draftsOf(listId)
    await saveWords(actor, first?.id ?? '', { titleZh: '改过的' })
    expect(await keyOf(undoList({ actor, listId }))).toBe('pieces.touched')
    expect((await draftsOf(listId)).map(({ status }) => status)).toEqual(['draft', 'draft'])
  })

  it('of somebody else is not found', async () => {
    const { actor } = await buildSeller()
    const listId = await send(actor, await workbookOf([titles, row('X1', 50)]))
    const other = await workbookOf([titles, row('X2', 1)])
    const archive = { fileName: 'x', mark: 'x', bytes: 1 }
    const hers = { actor: artisan, listId }
    for (const work of [
      () => getList({ ...hers, t }),
      () => takeList(hers),
      () => undoList(hers),
      () => discardList(hers),
      () => dropArchive(hers),
      () => getFaultFile({ ...hers, t }),
      () => send(artisan, other, { listId }),
      () => receiveArchive({ ...hers, archive, start: 0, body: new Uint8Array(1) }),
    ])
      expect(await keyOf(work())).toBe('errors.notFound')
    await discardList({ actor, listId })
    expect(await owner.pieceList.count({ where: { id: listId } })).toBe(0)
  })

  it('that is none, or far too long, is refused at once', async () => {
    const long = Buffer.from(`货号,名称,工艺\n${'A,B,C\n'.repeat(50_000)}`)
    const sheet = await workbookOf([titles, ...Array.from({ length: 6_000 }, (_, at) => row(`L${at}`, 5))])
    expect(await keyOf(send(artisan, long))).toBe('pieces.tooManyRows')
    expect(await keyOf(send(artisan, sheet))).toBe('pieces.tooManyRows')
    expect(await keyOf(send(artisan, await photoBytes(1)))).toBe('pieces.fileNone')
    expect(await keyOf(send(artisan, Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('pieces.fileOld')
    for (const text of ['%PDF-1.4\n1 0 obj\n', '{\\rtf1 货号}', '<html><td>货号'])
      expect(await keyOf(send(artisan, Buffer.from(text)))).toBe('pieces.fileNone')
    expect(await keyOf(send(artisan, await workbookOf([])))).toBe('pieces.fileEmpty')
    expect(await keyOf(send(artisan, Buffer.from(',,,\n,,\n')))).toBe('pieces.fileEmpty')
    expect(await keyOf(send(artisan, Buffer.from('一,二\n三,四\n')))).toBe('pieces.noTitles')
    expect(await keyOf(send(artisan, await zipOf({ 'a.jpg': Buffer.from('x') })))).toBe('pieces.fileNone')
  })

  it('is offered empty, with a row that shows how and is never taken', async () => {
    const { actor } = await buildSeller()
    const listId = await send(actor, await getTemplate({ locale: 'zh-CN' }))
    const english = await send(actor, await getTemplate({ locale: 'en' }))
    for (const id of [listId, english])
      expect((await getList({ actor, listId: id, t })).draft).toMatchObject({
        pieces: [],
        faults: [],
        unknownTitles: [],
      })
    expect(await keyOf(takeList({ actor, listId }))).toBe('pieces.nothingNew')
  })
})

describe('the photographs of a table', () => {
  it('come in pieces, each once, go on where the line broke, and hang on their drafts', async () => {
    const { actor, sellerId } = await buildSeller()
    const listId = await send(actor, await workbookOf([titles, row('P1', 50), row('P2', 60)]))
    const [one, two] = [await photoBytes(11), await photoBytes(12)]
    const small = await workbookOf([['no picture']])
    const whole = await zipOf({
      '照片/P1-2.jpg': two,
      '照片/P1-1.jpg': one,
      'P2.jpg': one,
      'P2-2.jpg': small,
      '别的.jpg': two,
      filler: Buffer.alloc(600_000, 7),
    })
    const archive = { fileName: '照片.zip', mark: 'm', bytes: whole.length }
    const piece = (start: number) => ({
      actor,
      listId,
      archive,
      start,
      body: whole.subarray(start, start + archiveLimits.pieceBytes),
    })
    expect(await receiveArchive(piece(0))).toEqual({ received: archiveLimits.pieceBytes })
    // too early, again, and only asking
    expect(await receiveArchive(piece(2 * archiveLimits.pieceBytes))).toEqual({
      received: archiveLimits.pieceBytes,
    })
    expect(await receiveArchive(piece(0))).toEqual({ received: archiveLimits.pieceBytes })
    expect(await keyOf(takeList({ actor, listId }))).toBe('pieces.photosComing')
    await sendArchive(actor, listId, whole, 'm')
    expect(await owner.photoArchivePiece.count()).toBe(0)

    const page = await getList({ actor, listId, t })
    expect(page.draft).toMatchObject({ photoCount: 4, archive: { state: 'done', entries: 6 } })
    expect(page.draft?.refusedPhotos.map(({ name }) => name).sort()).toEqual(['P2-2.jpg', 'filler'])
    expect(page.draft?.loosePhotos.sort()).toEqual(['filler', '别的.jpg'])
    expect(page.draft?.pieces.map(({ photos }) => photos)).toEqual([2, 1])
    // three of the four are two pictures
    expect(await owner.media.count({ where: { sellerId } })).toBe(2)

    // what is no picture never takes the place of one that came before
    await sendArchive(actor, listId, await zipOf({ 'P2.jpg': small }), 'n')
    expect((await getList({ actor, listId, t })).draft?.pieces.map(({ photos }) => photos)).toEqual([2, 1])

    await takeList({ actor, listId })
    const [first, second] = await draftsOf(listId)
    const photosOf = async (id = '') => Object(await openRevision(id)).content.photos
    expect((await photosOf(first?.id)).map(({ shot }: { shot: string }) => shot)).toEqual(['whole', 'detail'])
    expect((await photosOf(second?.id))[0].mediaId).toBe((await photosOf(first?.id))[0].mediaId)
    expect(await owner.pieceListPhoto.count({ where: { listId } })).toBe(0)

    const stream = Readable.from(await getPhotosFile({ actor, sellerId }), { objectMode: false })
    const entries = await openZip(await buffer(stream), archiveLimits)
    expect(entries.map(({ name }) => name).sort()).toEqual(['P1-1.jpg', 'P1-2.jpg', 'P2-1.jpg'])
  })

  it('that are no archive are refused in words, and another comes instead', async () => {
    const { actor } = await buildSeller()
    const listId = await send(actor, await workbookOf([titles, row('Q1', 50)]))
    await sendArchive(actor, listId, Buffer.from('not an archive at all'))
    expect((await getList({ actor, listId, t })).draft?.archive).toMatchObject({
      state: 'refused',
      fault: t('pieces.archive_broken'),
    })
    await sendArchive(actor, listId, await zipOf({ 'Q1-1.jpg': await photoBytes(21) }), 'two')
    expect((await getList({ actor, listId, t })).draft?.pieces).toMatchObject([{ photos: 1 }])
    expect(await findArchive({ actor, listId })).toEqual({ archive: { state: 'done', entries: 1, taken: 1 } })
    const { actor: stranger } = await buildSeller()
    expect(await keyOf(findArchive({ actor: stranger, listId }))).toBe('errors.notFound')
    await dropArchive({ actor, listId })
    expect(await findArchive({ actor, listId })).toEqual({ archive: null })
    expect((await getList({ actor, listId, t })).draft).toMatchObject({ archive: null, photoCount: 0 })
  })
})

describe('her pieces as a table', () => {
  it('are read some at a time while they go out', async () => {
    const { actor, sellerId } = await buildSeller()
    for (let at = 0; at < 9; at += 1) await buildPiece({ sellerId })
    const { rows } = await getPiecesFile({ actor, sellerId, locale: 'zh-CN' })
    const iterator = rows[Symbol.asyncIterator]()
    const asked: number[] = []
    const ask = async () => expect((await iterator.next()).done).toBe(false)
    for (let at = 0; at < 9; at += 1) asked.push((await statementsOf(ask)).length)
    expect(asked.map((count) => count > 0)).toEqual([true, ...Array.from({ length: 7 }, () => false), true])
    expect((await iterator.next()).done).toBe(true)
  })

  it('go out in the columns of the template, and come in again', async () => {
    const { actor, sellerId } = await buildSeller()
    await buildPiece({ sellerId, titleZh: '=两只结', priceFen: 12_350n })
    const listId = await send(
      actor,
      await workbookOf([
        [
          ...titles,
          '款式',
          '问买家1',
          '问买家1最多几个字',
          '问买家1必须答',
          '问买家1英文',
          '问买家1的英文提示',
          '颜色',
        ],
        [
          ...row('E1', 50, '有现货', 2, ''),
          '大红',
          '挂在哪里',
          12,
          '是',
          'Where will it hang?',
          'A door, say.',
          '红、绿',
        ],
        ['E1', '', '', 40, '', 5, '', '小号'],
      ]),
    )
    await takeList({ actor, listId })
    const other = (await buildSeller()).actor
    for (const form of ['xlsx', 'csv'] as const)
      for (const locale of ['zh-CN', 'en'] as const) {
        const bytes = await readAll(streamTable(form, await getPiecesFile({ actor, sellerId, locale })))
        if (form === 'csv') expect(Buffer.from(bytes).toString()).toContain("'=两只结")
        if (form === 'csv')
          expect(Buffer.from(bytes).toString()).toContain(locale === 'en' ? '"Red, Green"' : '红、绿')
        const again = await send(other, bytes)
        const { draft } = await getList({ actor: other, listId: again, t })
        expect(draft).toMatchObject({ unknownTitles: [], fresh: 2, faults: [] })
        const known = await getList({ actor, listId: await send(actor, bytes), t })
        expect(known.draft).toMatchObject({ fresh: 0, known: 2, wrong: 0 })
        if (locale === 'zh-CN' && form === 'xlsx') {
          await takeList({ actor: other, listId: again })
          const contents = (await draftsOf(again)).map(({ revisions }) => Object(revisions[0]?.content))
          expect(contents.map(({ titleZh }) => titleZh).sort()).toEqual(['=两只结', '挂件E1'])
          expect(contents.find(({ titleZh }) => titleZh === '挂件E1')).toMatchObject({
            priceFen: 5000,
            wishes: [
              {
                labelZh: '挂在哪里',
                labelEn: 'Where will it hang?',
                hintZh: '',
                hintEn: 'A door, say.',
                maxLength: 12,
                isRequired: true,
              },
            ],
            options: [
              { nameZh: '大红', priceFen: 5000, stock: 2 },
              { nameZh: '小号', priceFen: 4000, stock: 5 },
            ],
          })
          await undoList({ actor: other, listId: again })
        }
      }
    expect(await keyOf(getPiecesFile({ actor: other, sellerId, locale: 'en' }))).toBe('errors.notFound')
  })
})
