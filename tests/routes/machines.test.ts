import pg from 'pg'
import { expect, it } from 'vitest'
import { forgetAnswers } from '../../app/platform/db/kept-answers'
import { loader as healthz } from '../../app/routes/resources/healthz'
import { loader as metrics } from '../../app/routes/resources/metrics'
import { loader as nowhere } from '../../app/routes/resources/nowhere'
import { loader as readyz } from '../../app/routes/resources/readyz'

type Arguments = Parameters<typeof metrics>[0]

function ask(headers: Record<string, string> = {}, clientAddress = '127.0.0.1'): Arguments {
  const context = { requestId: 'test', clientAddress, nonce: '' }
  return { request: new Request('http://127.0.0.1:3000/machine', { headers }), params: {}, context }
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.MIGRATE_DATABASE_URL })
  await client.connect()
  await client.query(sql)
  await client.end()
}

it('says that the process is up', async () => {
  expect((await healthz(ask())).status).toBe(200)
})

it('is ready when every migration is finished, and else asks to come back', async () => {
  expect((await readyz(ask())).status).toBe(200)
  const last = `(SELECT id FROM "_prisma_migrations" ORDER BY migration_name DESC LIMIT 1)`
  await asOwner(`UPDATE "_prisma_migrations" SET finished_at = NULL WHERE id = ${last}`)
  const response = await readyz(ask())
  expect(response.status).toBe(503)
  expect(response.headers.get('Retry-After')).toBe('5')
  await asOwner(`UPDATE "_prisma_migrations" SET finished_at = now() WHERE id = ${last}`)
  expect((await readyz(ask())).status).toBe(200)
})

it('gives its numbers to this machine', async () => {
  const response = await metrics(ask())
  expect(response.headers.get('Content-Type')).toContain('text/plain')
  expect(await response.text()).toContain('qiaoshou_process_resident_memory_bytes')
})

it.each([
  ['another address', {}, '203.0.113.9'],
  ['another address of IPv6', {}, '2001:db8::1'],
  ['a proxy on this machine', { 'X-Forwarded-For': '203.0.113.9' }, '127.0.0.1'],
  ['a proxy that speaks the standard', { Forwarded: 'for=203.0.113.9' }, '127.0.0.1'],
  ['no address', {}, ''],
])('hides its numbers from %s', async (_, headers, clientAddress) => {
  await expect(metrics(ask(headers, clientAddress))).rejects.toMatchObject({ status: 404 })
})

it('finds nothing at an address that nobody wrote down', async () => {
  await expect(nowhere(ask())).rejects.toMatchObject({ status: 404 })
})

it('says on that page too what the law wants at the foot of each', async () => {
  await asOwner(
    `INSERT INTO "Setting" (id, key, value, "validFrom") SELECT gen_random_uuid(), 'site.licences', '{"icp":"陇ICP备1号","police":"甘公网安备1号","licence":"示例合作社"}', now() - interval '1 day' WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE key = 'site.licences')`,
  )
  forgetAnswers()
  const answer: unknown = await nowhere(ask()).catch((thrown: unknown) => thrown)
  expect(answer).toBeInstanceOf(Response)
  if (answer instanceof Response) expect(await answer.json()).toMatchObject({ licences: expect.anything() })
})
