import { lockPhone } from '~/modules/people/lock-phone.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { paths } from '~/paths'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { env } from '~/platform/env.server'
import { Refusal } from '~/platform/errors'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { type Locale, localPath } from '~/platform/i18n/locale'
import type { MessageKey, MessageParams } from '~/platform/i18n/translate'
import { translator } from '~/platform/i18n/translate'
import { findMailSender } from '~/platform/mail/find-mail-sender.server'
import { createDataKey, seal } from '~/platform/secrets/envelope.server'
import { keyedHash, randomToken, tokenHash } from '~/platform/secrets/token.server'
import { addressKey } from './address-key'
import { linkMinutes } from './schema'

type LinkRequest = {
  /** as emailField gives it */
  email: string
  /** has passed safeReturn */
  returnTo: string
  locale: Locale
  /** the secret in the cookie of the browser that asks */
  browser: string
  /** the client's address, as the front door gives it */
  address: string
}

/**
 * Sends a fresh sign-in link and makes every earlier one of the address void. Says the same whether or not anybody has the address. Refuses (429) by the same limits as
 * codes: the resend pause and the day's number of one e-mail address, the hour's number of one network address; refuses (503) when nothing carries letters. Answers the
 * link's path for the screen in a demo, else null.
 */
export async function requestLink(asked: LinkRequest): Promise<{ shownLink: string | null }> {
  const sender = findMailSender()
  if (!sender) throw new Refusal('mail.mailOff', 503)
  const emailIndex = secretIndex('email', asked.email)
  const addressHash = keyedHash('address', addressKey(asked.address))
  const token = randomToken(32)
  await inScope({ job: 'sign_in' }, async (tx) => {
    await lockPhone(tx, emailIndex)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(710002, ${Buffer.from(addressHash).readInt32BE(0)}::int)`
    await refuseAboveCaps(tx, emailIndex, addressHash)
    await tx.$executeRaw`
      UPDATE "EmailLink" SET "expiresAt" = app_now() WHERE "emailIndex" = ${emailIndex} AND "consumedAt" IS NULL AND "expiresAt" > app_now()`
    const id = crypto.randomUUID()
    const key = await createDataKey(tx)
    const cipher = seal(key, asked.email, { table: 'EmailLink', column: 'cipher', row: id })
    await tx.$executeRaw`
      INSERT INTO "EmailLink" (id, "tokenHash", "emailIndex", "keyId", cipher, "browserHash", "addressHash", "returnTo", "expiresAt")
      VALUES (${id}::uuid, ${tokenHash(token)}, ${emailIndex}, ${key.keyId}::uuid, ${cipher}, ${tokenHash(asked.browser)}, ${addressHash}, ${asked.returnTo},
              app_now() + make_interval(mins => ${linkMinutes}::int))`
  })
  const path = localPath(asked.locale, paths.signInLink({ token }))
  const t = translator(asked.locale)
  await sender.send({
    to: asked.email,
    subject: t('mail.mailSubject'),
    text: t('mail.mailText', { link: publicOrigin() + path, minutes: linkMinutes }),
  })
  return { shownLink: env.APP_MODE === 'demo' ? path : null }
}

/** Names the first cap that refuses, and the seconds until it has room. */
async function refuseAboveCaps(
  tx: Tx,
  emailIndex: Uint8Array<ArrayBuffer>,
  addressHash: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const pause = await readSetting('codes.resendSeconds', tx)
  const perDay = await readSetting('codes.perPhoneDay', tx)
  const perHour = await readSetting('codes.perAddressHour', tx)
  const [waits] = await tx.$queryRaw<{ resend: number | null; day: number | null; hour: number | null }[]>`
    SELECT (SELECT ceil(extract(epoch FROM max("createdAt") - app_now()) + ${pause}::int)::int FROM "EmailLink"
            WHERE "emailIndex" = ${emailIndex} AND "createdAt" > app_now() - make_interval(secs => ${pause}::int)) AS resend,
           (SELECT ceil(extract(epoch FROM "createdAt" + interval '24 hours' - app_now()))::int FROM "EmailLink"
            WHERE "emailIndex" = ${emailIndex} AND "createdAt" > app_now() - interval '24 hours' ORDER BY "createdAt" DESC LIMIT 1 OFFSET ${perDay - 1}::int) AS day,
           (SELECT ceil(extract(epoch FROM at + interval '1 hour' - app_now()))::int FROM (
              SELECT "createdAt" AS at FROM "EmailLink" WHERE "addressHash" = ${addressHash} AND "createdAt" > app_now() - interval '1 hour'
              UNION ALL SELECT "createdAt" FROM "OneTimeCode" WHERE "addressHash" = ${addressHash} AND "createdAt" > app_now() - interval '1 hour') asked
            ORDER BY at DESC LIMIT 1 OFFSET ${perHour - 1}::int) AS hour`
  const resend = Math.max(0, waits?.resend ?? 0)
  const retryAfter = Math.max(resend, waits?.day ?? 0, waits?.hour ?? 0)
  const refusal = (key: MessageKey, params: MessageParams = {}) =>
    new Refusal(key, 429, params, null, retryAfter)
  if (resend > 0) throw refusal('mail.linkWait', { seconds: resend })
  if ((waits?.day ?? 0) > 0) throw refusal('mail.emailCap', { max: perDay })
  if ((waits?.hour ?? 0) > 0) throw refusal('account.addressCap')
}
