import type { MailSender } from './mail-sender'

/** Sends through the server that an smtp:// or smtps:// address names, from the operator's own address. The library is loaded with the first letter. */
export function smtpMail(url: string, from: string): MailSender {
  return {
    async send({ to, subject, text }) {
      const { createTransport } = await import('nodemailer')
      const transport = createTransport(url, { disableFileAccess: true, disableUrlAccess: true })
      try {
        await transport.sendMail({ from, to, subject, text })
      } finally {
        transport.close()
      }
    },
  }
}
