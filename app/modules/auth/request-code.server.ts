import { lockPhone } from '~/modules/people/lock-phone.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { env } from '~/platform/env.server'
import { Refusal } from '~/platform/errors'
import type { MessageKey, MessageParams } from '~/platform/i18n/translate'
import { log } from '~/platform/log.server'
import { keyedHash, randomSixDigits } from '~/platform/secrets/token.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'
import { addressKey } from './address-key'
import { boundTo, type CodeUse, codeHash } from './code-hash.server'
import { findResendWait } from './find-resend-wait.server'

type CodeRequest = CodeUse & {
  /** eleven digits, as phoneField gives them */
  phone: string
  /** the client's address, as the front door gives it */
  address: string
}

type Issue = {
  purpose: CodeUse['purpose']
  orderId: string | null
  boundTo: string | null
  phoneIndex: Uint8Array<ArrayBuffer>
  addressHash: Uint8Array<ArrayBuffer>
  code: string
  minutes: number
}

/**
 * Sends a fresh code and makes every earlier one of the same purpose void. Says the same whether or not anybody has the number.
 * Refuses (429) within the resend pause, above the day's codes of a phone (those that ask for her consent count by themselves: they never keep her from
 * signing in) and above the hour's codes of an address;
 * refuses (503) when nothing carries messages. Answers the code for the screen in a demo, else null.
 */
export async function requestCode(asked: CodeRequest): Promise<{ shownCode: string | null }> {
  const sender = findSmsSender()
  if (!sender) throw new Refusal('account.smsOff', 503)
  const isOfOrder = asked.purpose === 'order_access'
  const orderId = isOfOrder ? asked.orderId : null
  const fits = !isOfOrder || orderId !== null
  const code = randomSixDigits()
  const minutes = await readSetting('codes.minutes')
  const issue: Issue = {
    purpose: asked.purpose,
    orderId,
    boundTo: boundTo(asked),
    phoneIndex: secretIndex('phone', asked.phone),
    addressHash: keyedHash('address', addressKey(asked.address)),
    code,
    minutes,
  }
  await inScope({ job: 'sign_in' }, async (tx) => {
    await lockPhone(tx, issue.phoneIndex)
    await lockAddress(tx, issue.addressHash)
    await refuseAboveCaps(tx, asked.phone, issue)
    await keepCode(tx, issue, fits)
  })
  const send = () => sender.sendCode({ phone: asked.phone, code, minutes })
  if (!isOfOrder) await send()
  // nobody learns from how long the carrier takes, or that it failed, whether there is such an order
  else if (fits) send().catch((error: unknown) => log.error('sms.failed', error))
  return { shownCode: fits && env.APP_MODE === 'demo' ? code : null }
}

/** Taken after the phone's lock, by everybody: two requests never wait for each other crosswise. */
async function lockAddress(tx: Tx, addressHash: Uint8Array): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(710002, ${Buffer.from(addressHash).readInt32BE(0)}::int)`
}

/** Names the first cap that refuses, and the seconds until none of them does any more. */
async function refuseAboveCaps(tx: Tx, phone: string, issue: Issue): Promise<void> {
  const seconds = await findResendWait({ phone, tx })
  const perPhone = await readSetting('codes.perPhoneDay', tx)
  const waits = await findCapWaits(tx, issue, perPhone, await readSetting('codes.perAddressHour', tx))
  const retryAfter = Math.max(seconds, waits.phoneDay, waits.addressHour)
  const refusal = (key: MessageKey, params: MessageParams = {}) =>
    new Refusal(key, 429, params, null, retryAfter)
  if (seconds > 0) throw refusal('account.resendWait', { seconds })
  if (waits.phoneDay > 0) throw refusal('account.phoneCap', { max: perPhone })
  if (waits.addressHour > 0) throw refusal('account.addressCap')
}

/** Whole seconds until a cap has room: until the oldest of its newest full number of codes leaves the day or the hour. 0 = there is room. */
async function findCapWaits(
  tx: Tx,
  { purpose, phoneIndex, addressHash }: Issue,
  perPhone: number,
  perAddress: number,
): Promise<{ phoneDay: number; addressHour: number }> {
  const [waits] = await tx.$queryRaw<{ phoneDay: number | null; addressHour: number | null }[]>`
    SELECT (SELECT ceil(extract(epoch FROM "createdAt" + interval '24 hours' - app_now()))::int FROM "OneTimeCode"
            WHERE "phoneIndex" = ${phoneIndex} AND "createdAt" > app_now() - interval '24 hours' AND (purpose = 'mandate') = ${purpose === 'mandate'}
            ORDER BY "createdAt" DESC LIMIT 1 OFFSET ${perPhone - 1}::int) AS "phoneDay",
           (SELECT ceil(extract(epoch FROM "createdAt" + interval '1 hour' - app_now()))::int FROM "OneTimeCode"
            WHERE "addressHash" = ${addressHash} AND "createdAt" > app_now() - interval '1 hour'
            ORDER BY "createdAt" DESC LIMIT 1 OFFSET ${perAddress - 1}::int) AS "addressHour"`
  return { phoneDay: waits?.phoneDay ?? 0, addressHour: waits?.addressHour ?? 0 }
}

/** One that fits no order counts against the caps like any other, by a row that is void from the start, and asks the database for as much. */
async function keepCode(tx: Tx, issue: Issue, fits: boolean): Promise<void> {
  const { purpose, phoneIndex, orderId, addressHash, minutes } = issue
  await tx.$executeRaw`
    UPDATE "OneTimeCode" SET "expiresAt" = app_now()
    WHERE "phoneIndex" = ${phoneIndex} AND purpose = ${purpose}::"CodePurpose" AND "orderId" IS NOT DISTINCT FROM ${orderId}::uuid
      AND "consumedAt" IS NULL AND "expiresAt" > app_now()`
  await tx.$executeRaw`
    INSERT INTO "OneTimeCode" (id, purpose, "phoneIndex", "orderId", "codeHash", "addressHash", "expiresAt")
    VALUES (gen_random_uuid(), ${fits ? purpose : 'sign_in'}::"CodePurpose", ${phoneIndex}, ${orderId}::uuid, ${fits ? codeHash(issue) : Buffer.alloc(0)}, ${addressHash},
            app_now() + make_interval(mins => ${fits ? minutes : 0}::int))`
}
