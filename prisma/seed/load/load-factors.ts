import { isStaff } from '~/modules/auth/session-length'
import { sealTimeSecret } from '~/modules/factors/time-secret.server'
import { hashPassword } from '~/platform/secrets/password.server'
import { newTimeSecret } from '~/platform/secrets/totp.server'
import { demoAccounts, demoPassword } from '../accounts'
import { type LoadContext, need } from './load-context'

/** The sample staff have set up password and app, so that whoever tries the demo is at the desk in a minute. Nobody has the app: the demo shows its codes. */
export async function loadFactors({ tx, people, users }: LoadContext): Promise<void> {
  for (const { phone, role } of demoAccounts) {
    if (!isStaff(role)) continue
    const id = crypto.randomUUID()
    const key = need(people, phone)
    await tx.secondFactor.create({
      data: {
        id,
        userId: need(users, phone),
        passwordHash: await hashPassword(demoPassword),
        keyId: key.keyId,
        secretCipher: sealTimeSecret(key, id, newTimeSecret()),
        confirmedAt: new Date('2024-01-01'),
      },
    })
  }
}
