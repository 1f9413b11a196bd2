import { spawnSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { urlOf } from '../../../scripts/database/roles'
import { projectRoot } from '../../../scripts/project'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { anchorAudit } from './anchor-audit.server'
import { linkAudit } from './link-audit.server'
import { linkHash, readLinks } from './link-hash.server'
import { recordAudit } from './record-audit.server'
import { verifyAudit } from './verify-audit.server'

/** Whoever can switch the triggers off: what the database itself would never let pass. */
let intruder: pg.Client
const anchorFile = join(process.env.AUDIT_DIR ?? '', 'anchors.jsonl')

const write = (subject: string, reason: string | null = null) =>
  prisma.$transaction((tx) =>
    recordAudit(tx, {
      actor: null,
      action: 'example.done',
      subject: { type: 'Example', id: subject },
      reason,
      detail: { b: 1, a: [subject, '桂兰'] },
    }),
  )
const verify = async () => (await prisma.$transaction(verifyAudit)).first

beforeAll(async () => {
  for (let number = 1; number <= 6; number += 1) await write(String(number), '写一句原因')
  await passDays(1)
  await anchorAudit()
  for (let number = 7; number <= 12; number += 1) await write(String(number))
  await anchorAudit()
  const { superuserUrl } = inject('testDatabaseServer')
  const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  intruder = new pg.Client({ connectionString: urlOf(superuserUrl, database) })
  await intruder.connect()
  await intruder.query('SET session_replication_role = replica')
  for (const table of ['AuditEvent', 'AuditLink'])
    await intruder.query(`CREATE TEMP TABLE "${table}_kept" AS TABLE "${table}"`)
})
afterAll(() => intruder.end())

/** Does it, looks, and puts everything back as it was. */
async function tampered(work: () => Promise<unknown>) {
  const anchors = await readFile(anchorFile)
  await work()
  const found = await verify()
  for (const table of ['AuditEvent', 'AuditLink'])
    await intruder.query(
      `DELETE FROM public."${table}"; INSERT INTO public."${table}" SELECT * FROM "${table}_kept"`,
    )
  await writeFile(anchorFile, anchors)
  return found
}

const sql = (text: string) => tampered(() => intruder.query(text))

/** Every hash anew, so that the chain alone looks right. */
async function rewriteFrom(seq: bigint): Promise<void> {
  let before: Uint8Array | null = null
  const rows = await inScope({ job: 'audit' }, (tx) => readLinks(tx, { after: 0n, take: 100 }))
  for (const row of rows) {
    const isAsked = row.seq >= seq && row.isThere
    const hash: Uint8Array = isAsked ? linkHash(row.seq, before, row) : row.hash
    await intruder.query('UPDATE "AuditLink" SET hash = $1 WHERE seq = $2', [hash, String(row.seq)])
    before = hash
  }
}

describe('a kept audit', () => {
  it('is whole, and stays so when it is linked and anchored again', async () => {
    expect(await verify()).toBeNull()
    const lines = await readFile(anchorFile, 'utf8')
    await anchorAudit()
    expect(await readFile(anchorFile, 'utf8')).toBe(lines)
    const days = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(days.map(({ seq, trail }) => [seq, trail.length])).toEqual([
      ['6', 48],
      ['12', 48],
    ])
    expect(await verify()).toBeNull()
  })

  it('may not be changed by the application, nor by the owner', async () => {
    for (const client of [prisma, owner]) {
      await expect(client.$executeRaw`UPDATE "AuditEvent" SET reason = 'x'`).rejects.toThrow()
      await expect(client.$executeRaw`DELETE FROM "AuditEvent"`).rejects.toThrow()
      await expect(client.$executeRaw`UPDATE "AuditLink" SET hash = hash`).rejects.toThrow()
      await expect(client.$executeRaw`TRUNCATE "AuditLink"`).rejects.toThrow()
    }
  })

  it('takes neither hour nor place from its writer', async () => {
    await prisma.$executeRaw`
      INSERT INTO "AuditEvent" (at, action, "subjectType", "subjectId", "regionId") VALUES ('2020-01-01', 'x', 'x', 'forged', gen_random_uuid())`
    const row = await owner.auditEvent.findFirstOrThrow({ where: { subjectId: 'forged' } })
    expect(row.at.getFullYear()).toBeGreaterThan(2025)
    expect(row.regionId).toBeNull()
    await intruder.query(`DELETE FROM "AuditEvent" WHERE "subjectId" = 'forged'`)
  })
})

describe('verifyAudit names the first bad row after', () => {
  const event = (seq: number) => `(SELECT "eventId" FROM "AuditLink" WHERE seq = ${seq})`

  it('an edit', async () => {
    expect(
      await sql(`UPDATE "AuditEvent" SET reason = '另一句' WHERE id IN (${event(4)}, ${event(9)})`),
    ).toMatchObject({
      fault: 'changed',
      row: expect.stringMatching(/^link 4 /),
    })
    expect(
      await sql(`UPDATE "AuditEvent" SET detail = detail || '{"c": 1}' WHERE id = ${event(11)}`),
    ).toMatchObject({ row: expect.stringMatching(/^link 11 /) })
  })

  it('a deletion', async () => {
    expect(await sql(`DELETE FROM "AuditEvent" WHERE id = ${event(5)}`)).toMatchObject({
      fault: 'deleted',
      row: expect.stringMatching(/^link 5 /),
    })
    const both = `WITH gone AS (DELETE FROM "AuditLink" WHERE seq = 5 RETURNING "eventId") DELETE FROM "AuditEvent" e USING gone WHERE e.id = gone."eventId"`
    expect(await sql(both)).toEqual({ fault: 'link_missing', row: 'link 5' })
  })

  it('an insertion, which is never chained either', async () => {
    const put = `INSERT INTO "AuditEvent" (id, at, action, "subjectType", "subjectId", detail)
      SELECT -1, at, action, "subjectType", 'put in', detail FROM "AuditEvent" WHERE id = ${event(3)}`
    expect(await sql(put)).toEqual({ fault: 'inserted', row: 'event -1' })
    const found = await tampered(async () => {
      await intruder.query(put.replace('-1', '900'))
      await linkAudit()
    })
    expect(found).toEqual({ fault: 'inserted', row: 'event 900' })
    const chained = await tampered(async () => {
      await intruder.query(put)
      await intruder.query('UPDATE "AuditLink" SET seq = seq + 1000 WHERE seq > 3')
      await intruder.query('UPDATE "AuditLink" SET seq = seq - 999 WHERE seq > 1000')
      await intruder.query(`INSERT INTO "AuditLink" SELECT 4, -1, hash FROM "AuditLink" WHERE seq = 3`)
    })
    expect(chained).toMatchObject({ fault: 'changed', row: 'link 4 (event -1)' })
  })

  it('a reordering', async () => {
    const swap = `UPDATE "AuditLink" SET seq = seq + 1000 WHERE seq IN (7, 8); UPDATE "AuditLink" SET seq = 1015 - seq WHERE seq > 1000`
    expect(await sql(swap)).toMatchObject({ fault: 'changed', row: expect.stringMatching(/^link 7 /) })
  })

  it('a cut tail', async () => {
    const cut = `WITH gone AS (DELETE FROM "AuditLink" WHERE seq > 9 RETURNING "eventId") DELETE FROM "AuditEvent" e USING gone WHERE e.id = gone."eventId"`
    expect(await sql(cut)).toEqual({ fault: 'cut', row: 'link 10' })
    const grown = await tampered(async () => {
      await intruder.query(cut)
      for (const subject of ['a', 'b', 'c', 'd']) await write(subject)
      await linkAudit()
    })
    expect(grown).toMatchObject({ fault: 'rewritten', row: expect.stringMatching(/^link 10 /) })
  })

  it('a rewrite of all that follows, and of everything', async () => {
    for (const seq of [8, 1]) {
      const found = await tampered(async () => {
        await intruder.query(`UPDATE "AuditEvent" SET reason = '另一句' WHERE id = ${event(seq)}`)
        await rewriteFrom(BigInt(seq))
      })
      expect(found).toMatchObject({
        fault: 'rewritten',
        row: expect.stringMatching(new RegExp(`^link ${seq} `)),
      })
    }
  })

  it('a line of the anchors that is none', async () => {
    const found = await tampered(async () => {
      await writeFile(anchorFile, '{}\n')
    })
    expect(found).toEqual({ fault: 'anchor_unreadable', row: 'anchor 1' })
  })
})

describe('the command', () => {
  const run = () =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/database/read-audit.ts'], {
      cwd: projectRoot,
      encoding: 'utf8',
      env: process.env,
    })

  it('says that it is whole, or where it is broken', async () => {
    const whole = run()
    expect(whole.stdout).toMatch(/^The audit is whole: \d+ links, 12 of them anchored at 20/)
    expect(whole.status).toBe(0)
    let broken = whole
    await tampered(async () => {
      await intruder.query(
        `UPDATE "AuditEvent" SET action = 'x' WHERE id = ${'(SELECT "eventId" FROM "AuditLink" WHERE seq = 2)'}`,
      )
      broken = run()
    })
    expect(broken.stderr).toMatch(
      /^The audit is broken at link 2 \(event \d+\): it is not what was chained\./,
    )
    expect(broken.status).toBe(1)
  })
})

it('is chained whole though many write and many link at the same time', async () => {
  const writers = Array.from({ length: 30 }, (_, number) =>
    prisma.$transaction(async (tx) => {
      for (const part of ['a', 'b'])
        await recordAudit(tx, {
          actor: null,
          action: 'example.done',
          subject: { type: 'Many', id: `${number}${part}` },
        })
      if (number % 10 === 0) throw new Error('rolled back')
    }),
  )
  const linkers = Array.from({ length: 10 }, () => linkAudit())
  const written = (await Promise.allSettled(writers)).filter(({ status }) => status === 'fulfilled').length
  await Promise.all(linkers)
  await linkAudit()
  const [count] = await owner.$queryRaw<{ events: number; links: number }[]>`
    SELECT (SELECT count(*) FROM "AuditEvent" WHERE "subjectType" = 'Many')::int AS events,
      (SELECT count(*) FROM "AuditLink" l JOIN "AuditEvent" e ON e.id = l."eventId" WHERE e."subjectType" = 'Many')::int AS links`
  expect(written).toBeGreaterThan(10)
  expect(count).toEqual({ events: 2 * written, links: 2 * written })
  expect(await verify()).toBeNull()
  await rm(anchorFile)
  expect(await verify()).toBeNull()
  await anchorAudit()
  expect(await verify()).toBeNull()
})
