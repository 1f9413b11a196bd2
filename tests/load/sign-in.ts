import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { middleOf, onOwnDatabase } from './own-database'

/**
 * `npm run bench:sign-in -- [pairs]`: how long the doors of sign-in take for a number or an address that somebody has and for one that nobody has (reliability check 57), by turns, 200 of each unless said. It prints the
 * middle of both and fails by none of them; that both ask the database for the same is held by tests. The table goes to stderr.
 */

const pairs = Number(process.argv[2] ?? 200)

/** Tries one of each by turns, so that what else the machine does falls on both alike. The first ten of each warm up and do not count. */
async function compare(
  what: string,
  known: (at: number) => Promise<unknown>,
  unknown: (at: number) => Promise<unknown>,
): Promise<void> {
  const took = { known: [] as number[], unknown: [] as number[] }
  const time = async (runs: number[], work: () => Promise<unknown>) => {
    const from = performance.now()
    await work()
    runs.push(performance.now() - from)
  }
  for (let at = 0; at < pairs + 10; at += 1) {
    const both = [() => time(took.known, () => known(at)), () => time(took.unknown, () => unknown(at))]
    for (const one of at % 2 === 0 ? both : both.reverse()) await one()
  }
  const [a, b] = [middleOf(took.known.slice(10)), middleOf(took.unknown.slice(10))]
  console.error(`| ${what} | ${a.toFixed(2)} | ${b.toFixed(2)} | ${(a - b).toFixed(2)} |`)
}

// what the demo says in place of a carrier is not what is asked for here
process.stdout.write = () => true

await onOwnDatabase('sign_in', async () => {
  const { owner } = await import('../fixtures/owner')
  const { buildGround } = await import('../fixtures/world')
  const { findOrCreateUser } = await import('~/modules/auth/find-or-create-user.server')
  const { requestCode } = await import('~/modules/auth/request-code.server')
  const { requestLink } = await import('~/modules/auth/request-link.server')
  const { signInByLink } = await import('~/modules/auth/sign-in-by-link.server')
  const { provePassword } = await import('~/modules/factors/prove-password.server')
  const { inScope } = await import('~/platform/db/in-scope.server')
  const { Refusal } = await import('~/platform/errors')
  const { hashPassword } = await import('~/platform/secrets/password.server')
  await buildGround()

  const phoneOf = (kind: 1 | 2, at: number) => `1390${kind}${String(at).padStart(6, '0')}`
  const addressOf = (at: number) => `10.${1 + (at >> 8)}.${at & 255}`
  const passwordHash = await hashPassword('只有她想得到的一句话')
  for (let at = 0; at < pairs + 10; at += 1) {
    const phone = phoneOf(1, at)
    const { id: userId } = await inScope({ job: 'sign_in' }, (tx) => findOrCreateUser(tx, phone))
    const { person } = await owner.user.findUniqueOrThrow({
      where: { id: userId },
      include: { person: true },
    })
    const cipher = { keyId: person.dataKeyId, secretCipher: new Uint8Array([1]) }
    await owner.secondFactor.create({
      data: { userId, passwordHash, ...cipher, confirmedAt: new Date() },
    })
  }
  const link = (email: string, address: string) =>
    requestLink({ email, returnTo: '/', locale: 'zh-CN', browser: 'hers', address })
  for (let at = 0; at < pairs + 10; at += 1) {
    const { shownLink } = await link(`known${at}@example.org`, `${addressOf(at)}.1`)
    await signInByLink({ token: shownLink?.split('/').at(-1) ?? '', oldToken: null, device: null })
  }
  await owner.emailLink.deleteMany()

  console.error(`\n${pairs} pairs, the middle of each\n`)
  console.error('| door | somebody’s ms | nobody’s ms | difference ms |\n| --- | ---: | ---: | ---: |')
  const code = (kind: 1 | 2) => (at: number) =>
    requestCode({ purpose: 'sign_in', phone: phoneOf(kind, at), address: `${addressOf(at)}.1${kind}` })
  await compare('a code to a number', code(1), code(2))
  const password = (kind: 1 | 2) => async (at: number) => {
    const address = `${addressOf(at)}.2${kind}`
    await provePassword({ phone: phoneOf(kind, at), password: '不是她的密码啊啊啊', address }).then(
      () => {
        throw new Error('a wrong password let somebody in')
      },
      (error: unknown) => {
        if (!(error instanceof Refusal) || error.status !== 422) throw error
      },
    )
  }
  await compare('a wrong password at a number', password(1), password(2))
  const mail = (who: string, kind: 1 | 2) => (at: number) =>
    link(`${who}${at}@example.org`, `${addressOf(at)}.3${kind}`)
  await compare('a link to an e-mail address', mail('known', 1), mail('nobody', 2))
})
process.exit()
