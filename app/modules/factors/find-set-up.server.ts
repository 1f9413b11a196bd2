import type { Actor } from '~/modules/auth/actor'
import { findMaskedPhone } from '~/modules/people/find-masked-phone.server'
import { inScope } from '~/platform/db/in-scope.server'
import { timeSecretAddress } from '~/platform/secrets/totp.server'
import { openTimeSecret } from './time-secret.server'

/** How far she is: nothing yet, the app to be joined, or done. */
export type SetUp =
  | { step: 'password' }
  | {
      step: 'app'
      /** in groups of four, to be typed */
      secret: string
      /** to be scanned: an SVG picture in an address */
      picture: string
    }
  | { step: 'done' }

/** Her own second factor as the page that sets it up shows it. The secret is shown until a code has confirmed it, never after. */
export async function findSetUp({ actor, issuer }: { actor: Actor; issuer: string }): Promise<SetUp> {
  const opened = await inScope({ person: actor.personId }, async (tx) => {
    const factor = await tx.secondFactor.findUnique({
      where: { userId: actor.userId },
      select: { id: true, keyId: true, secretCipher: true, confirmedAt: true },
    })
    if (!factor) return 'password'
    if (factor.confirmedAt) return 'done'
    return {
      secret: await openTimeSecret(tx, factor),
      phone: await findMaskedPhone(tx, actor.personId),
    }
  })
  if (typeof opened === 'string') return { step: opened }
  const { secret, phone } = opened
  const { default: QRCode } = await import('qrcode')
  const drawn = await QRCode.toString(timeSecretAddress({ issuer, label: phone ?? issuer, secret }), {
    type: 'svg',
    margin: 2,
    errorCorrectionLevel: 'M',
  })
  return {
    step: 'app',
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
    picture: `data:image/svg+xml,${encodeURIComponent(drawn)}`,
  }
}
