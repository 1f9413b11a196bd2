import { beforeAll, expect, it } from 'vitest'
import { passSeconds } from '../../../tests/fixtures/owner'
import { statementsOf } from '../../../tests/fixtures/statements'
import { buildGround } from '../../../tests/fixtures/world'
import { requestLink } from './request-link.server'
import { signInByLink } from './sign-in-by-link.server'

/** Whoever asks for a link learns nothing of whether anybody has the address (reliability check 57). */

beforeAll(buildGround)

let next = 0
const ask = (email: string) => {
  next += 1
  const asked = { email, returnTo: '/', locale: 'zh-CN', browser: 'mine', address: `10.7.${next}.2` } as const
  return requestLink(asked)
}

it('asks the database for as much whether or not anybody signed in with the address', async () => {
  const { shownLink } = await ask('known@example.org')
  const token = shownLink?.split('/').at(-1) ?? ''
  await signInByLink({ token, oldToken: null, device: null })
  await passSeconds(3600)
  const asked = async (email: string) => (await statementsOf(() => ask(email))).map(({ text }) => text)
  const known = await asked('known@example.org')
  expect(known.length).toBeGreaterThan(3)
  expect(await asked('nobody@example.org')).toEqual(known)
})
