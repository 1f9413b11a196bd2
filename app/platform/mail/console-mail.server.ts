import { appendFile } from 'node:fs/promises'
import { env } from '~/platform/env.server'
import { maskEmail } from '~/platform/fields'
import type { MailSender } from './mail-sender'

/**
 * The demo's carrier: one line on the console with the address masked, and, for journeys in a browser, one line of JSON in the file that MAIL_OUTBOX names. Never chosen
 * in live.
 */
export const consoleMail: MailSender = {
  async send(letter) {
    process.stdout.write(`[mail] ${maskEmail(letter.to)} ${letter.subject}\n`)
    if (env.MAIL_OUTBOX) await appendFile(env.MAIL_OUTBOX, `${JSON.stringify(letter)}\n`)
  },
}
