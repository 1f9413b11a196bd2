import { demoAccounts, demoPassword } from '../../prisma/seed/accounts'
import type { StartSettings } from './settings'

const loopback = /^(127\.|localhost$|::1$)/

/** What a person wants to know once it runs. */
export function announce(settings: StartSettings, origin: string, directory: string): void {
  console.log(`\n陇原巧手 is ready:  ${origin}/`)
  if (settings.mode === 'demo') {
    console.log('\nDemo accounts (sign in with the phone number; the code is printed here):')
    const width = Math.max(...demoAccounts.map(({ role }) => role.length))
    for (const { role, phone, name, note } of demoAccounts) {
      console.log(`  ${role.padEnd(width)}  ${phone}  ${name.zh}  ${note.en}`)
    }
    console.log(
      `Coordinators, finance and admin sign in at /sign-in/staff, by the password ${demoPassword}; their codes are shown and printed too.`,
    )
    if (!loopback.test(settings.host)) {
      console.log(
        `\nWARNING: HOST=${settings.host} opens this demo to the network, and its accounts are public: anybody may sign in to each of them.`,
      )
    }
  }
  console.log(`\nData: ${directory}`)
  if (!settings.external) console.log('Start afresh: stop with Ctrl-C, then npm run db:reset')
  console.log('Stop: Ctrl-C\n')
}
