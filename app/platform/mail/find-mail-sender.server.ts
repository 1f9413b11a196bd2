import { env } from '~/platform/env.server'
import { consoleMail } from './console-mail.server'
import type { MailSender } from './mail-sender'
import { smtpMail } from './smtp-mail.server'

/** The carrier of this installation, or null: live has none until SMTP_URL names one, and prints no letter. */
export function findMailSender(): MailSender | null {
  if (env.SMTP_URL && env.MAIL_FROM) return smtpMail(env.SMTP_URL, env.MAIL_FROM)
  return env.APP_MODE === 'demo' ? consoleMail : null
}
