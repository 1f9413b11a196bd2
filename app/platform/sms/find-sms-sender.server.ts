import { env } from '~/platform/env.server'
import { consoleSender } from './console-sender.server'
import type { SmsSender } from './sms-sender'

/** The carrier of this installation, or null: live has none until one is configured, and never prints a code. */
export function findSmsSender(): SmsSender | null {
  return env.APP_MODE === 'demo' ? consoleSender : null
}
