import { secretIndex } from '~/modules/people/secret-index.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'

type Asked = {
  /** eleven digits */
  phone: string
  tx?: Tx
}

/** Whole seconds until the next code may go to a phone, 0 when it may now. The pause counts for all purposes together. */
export async function findResendWait({ phone, tx = prisma }: Asked): Promise<number> {
  const pause = await readSetting('codes.resendSeconds', tx)
  const [row] = await tx.$queryRaw<{ seconds: number | null }[]>`
    SELECT ceil(extract(epoch FROM max("createdAt") - app_now()) + ${pause}::int)::int AS seconds
    FROM "OneTimeCode" WHERE "phoneIndex" = ${secretIndex('phone', phone)}
      AND "createdAt" > app_now() - make_interval(secs => ${pause}::int)`
  // a transaction that began earlier may see a code that is younger than its own time
  return Math.min(pause, Math.max(0, row?.seconds ?? 0))
}
