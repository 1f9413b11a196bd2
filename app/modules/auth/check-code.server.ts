import { secretIndex } from '~/modules/people/secret-index.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { sameHash } from '~/platform/secrets/token.server'
import { boundTo, type CodeUse, codeHash } from './code-hash.server'

type Guess = CodeUse & {
  /** eleven digits */
  phone: string
  /** six digits, as codeField gives them */
  code: string
}

/**
 * Spends the newest live code of a phone, once. The try is counted and committed before the comparison, so that of any number of guesses
 * at the same time no more than the allowed tries are looked at; therefore it never runs inside a caller's transaction.
 * Refuses (422, beside the field `code`) with one message for wrong, late, used, tried out and never sent alike.
 */
export async function checkCode(guess: Guess): Promise<void> {
  const orderId = guess.purpose === 'order_access' ? guess.orderId : null
  const phoneIndex = secretIndex('phone', guess.phone)
  const tries = await readSetting('codes.tries')
  const minutes = await readSetting('codes.minutes')
  const wrong = new Refusal('account.codeWrong', 422, { tries, minutes }, 'code')
  if (guess.purpose === 'order_access' && orderId === null) throw wrong

  const [live] = await inScope(
    { job: 'sign_in' },
    (tx) => tx.$queryRaw<{ id: string; codeHash: Uint8Array }[]>`
    UPDATE "OneTimeCode" SET tries = tries + 1
    WHERE id = (SELECT id FROM "OneTimeCode"
                WHERE "phoneIndex" = ${phoneIndex} AND purpose = ${guess.purpose}::"CodePurpose"
                  AND "orderId" IS NOT DISTINCT FROM ${orderId}::uuid
                  AND "consumedAt" IS NULL AND "expiresAt" > app_now()
                ORDER BY "createdAt" DESC LIMIT 1)
      AND tries < ${tries}::int AND "consumedAt" IS NULL AND "expiresAt" > app_now()
    RETURNING id::text, "codeHash"`,
  )
  const expected = codeHash({ purpose: guess.purpose, phoneIndex, boundTo: boundTo(guess), code: guess.code })
  if (!live || !sameHash(live.codeHash, expected)) throw wrong

  const spent = await inScope(
    { job: 'sign_in' },
    (tx) => tx.$executeRaw`
    UPDATE "OneTimeCode" SET "consumedAt" = app_now() WHERE id = ${live.id}::uuid AND "consumedAt" IS NULL`,
  )
  if (spent !== 1) throw wrong
}
