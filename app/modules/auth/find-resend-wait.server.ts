import { secretIndex } from '~/modules/people/secret-index.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'

type Asked = {
  /** eleven digits */
  phone: string
  /** a transaction of the job that signs in */
  tx?: Tx
}

/** Whole seconds until the next code may go to a phone, 0 when it may now. The pause counts for all purposes together. */
export function findResendWait({ phone, tx }: Asked): Promise<number> {
  return tx ? secondsLeft(tx, phone) : inScope({ job: 'sign_in' }, (own) => secondsLeft(own, phone))
}

async function secondsLeft(tx: Tx, phone: string): Promise<number> {
  const pause = await readSetting('codes.resendSeconds', tx)
  const [row] = await tx.$queryRaw<{ seconds: number | null }[]>`
    SELECT ceil(extract(epoch FROM max("createdAt") - app_now()) + ${pause}::int)::int AS seconds
    FROM "OneTimeCode" WHERE "phoneIndex" = ${secretIndex('phone', phone)}
      AND "createdAt" > app_now() - make_interval(secs => ${pause}::int)`
  // a transaction that began earlier may see a code that is younger than its own time
  return Math.min(pause, Math.max(0, row?.seconds ?? 0))
}
