import { beforeAll, describe, expect, it } from 'vitest'
import { buildForeignCounty, foreignMark, signInAsMaker, signInByPhone } from '../fixtures/foreign-world'
import { owner } from '../fixtures/owner'
import { buildGround, regionId } from '../fixtures/world'
import { askDoor, type Door, doors } from './ask-door'
import { signInAsStaff } from './sign-in-as'

/**
 * The matrix: every loader and action of the table, with the ids of another county’s rows in its address and in its form, asked by everybody who has nothing to do with them, as a page and as data. No byte
 * of those rows is in any answer, also not of a refusal, and none of them changes. Those whose rows they are do read them, so that the mark is known to be where it would be seen.
 */

let foreign: Awaited<ReturnType<typeof buildForeignCounty>>
const strangers = new Map<string, string>()

beforeAll(async () => {
  await buildGround()
  foreign = await buildForeignCounty()
  strangers.set('nobody', '')
  strangers.set('a buyer', (await signInByPhone('13900008011')).cookie)
  strangers.set('a maker of the other county', (await signInAsMaker('13900008012', '620123100201')).cookie)
  const broker = await signInByPhone('13900008013')
  await owner.userRole.create({ data: { userId: broker.actor.userId, role: 'broker' } })
  strangers.set('a broker who acts for nobody', broker.cookie)
  const county = await signInAsStaff('13900008014', 'coordinator', await regionId('620123'))
  strangers.set('the desk of the other county', county.cookie)
  const town = await signInAsStaff('13900008015', 'coordinator', await regionId('620123100'))
  strangers.set('the desk of a town there', town.cookie)
})

/** Everything that a browser would be given: headers and body. */
async function answerOf(door: Door, cookie: string, asData: boolean): Promise<string> {
  const form = { intent: 'anything', ...foreign.params }
  const { headers, text } = await askDoor(door, { cookie, params: foreign.params, form, asData })
  return `${[...headers].join()} ${text}`
}

/** One line for each table: the rows in which the ids of the foreign county stand. What every visit writes of itself is left out. */
async function foreignState(): Promise<string[]> {
  const ids = Object.values(foreign.params).filter((value) => /^[0-9a-f-]{36}$/.test(value))
  const tables = await owner.$queryRaw<{ name: string }[]>`
    SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      AND relname NOT IN ('_prisma_migrations', 'AuditEvent', 'AuditLink', 'Session', 'IdempotencyKey') ORDER BY 1`
  const state: string[] = []
  for (const { name } of tables) {
    const [row] = await owner.$queryRawUnsafe<{ sum: string | null }[]>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM "${name}" t WHERE t::text ~ $1`,
      ids.join('|'),
    )
    state.push(`${name} ${row?.sum}`)
  }
  return state
}

describe('rows of another county', () => {
  it('asks every loader, action and file', () => {
    expect(doors.length).toBeGreaterThan(150)
  })

  it('are read by those whose they are: by the buyer, the maker and the desk', async () => {
    const readers: Record<string, number> = {}
    for (const [who, cookie] of Object.entries(foreign.cookies))
      for (const door of doors.filter(({ name }) => name === 'loader'))
        if ((await answerOf(door, cookie, false)).includes(foreignMark))
          readers[who] = (readers[who] ?? 0) + 1
    expect(readers.buyer).toBeGreaterThan(2)
    expect(readers.maker).toBeGreaterThan(4)
    expect(readers.desk).toBeGreaterThan(6)
  })

  it.each([
    'nobody',
    'a buyer',
    'a maker of the other county',
    'a broker who acts for nobody',
    'the desk of the other county',
    'the desk of a town there',
  ])('show no byte to %s, in no answer of any loader or action, and stay as they are', async (who) => {
    const before = await foreignState()
    const leaks: string[] = []
    for (const door of doors)
      for (const asData of [false, true]) {
        const answer = await answerOf(door, strangers.get(who) ?? '', asData)
        if (answer.includes(foreignMark)) leaks.push(`${door.name} of ${door.id}`)
      }
    expect(leaks).toEqual([])
    expect(await foreignState()).toEqual(before)
  })
})
