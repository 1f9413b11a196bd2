import { appendFile } from 'node:fs/promises'
import { env } from '~/platform/env.server'
import { maskPhone } from '~/platform/fields'
import type { SmsSender } from './sms-sender'

/**
 * The demo's carrier: one line on the console with the number masked, and, for journeys in a browser, one line "number code" in the file
 * that SMS_OUTBOX names, for a notice one line of JSON. Never chosen in live.
 */
export const consoleSender: SmsSender = {
  async sendCode({ phone, code }) {
    process.stdout.write(`[code] ${maskPhone(phone)} ${code}\n`)
    if (env.SMS_OUTBOX) await appendFile(env.SMS_OUTBOX, `${phone} ${code}\n`)
  },
  async sendText({ phone, text }) {
    process.stdout.write(`[sms] ${maskPhone(phone)} ${text}\n`)
    if (env.SMS_OUTBOX) await appendFile(env.SMS_OUTBOX, `${JSON.stringify({ phone, text })}\n`)
  },
}
