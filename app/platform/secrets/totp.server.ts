import { generateSecret, generateSync, generateURI } from 'otplib'
import { sameHash, tokenHash } from './token.server'

/**
 * Time codes of an authenticator app (RFC 6238: SHA-1, six digits, steps of thirty seconds). They go by the time of the world, as the app on her phone does: a demo's clock that was moved changes nothing.
 */

const stepSeconds = 30

/** 160 random bits in Base32, as apps take them. */
export function newTimeSecret(): string {
  return generateSecret()
}

/** What the square holds that an app scans. */
export function timeSecretAddress({
  issuer,
  label,
  secret,
}: {
  issuer: string
  label: string
  secret: string
}): string {
  return generateURI({ issuer, label, secret })
}

/** The code of a step. */
export function timeCode(secret: string, step: number): string {
  return generateSync({ secret, epoch: step * stepSeconds })
}

/** The steps whose codes are taken now: this one, and for a clock that is a little off the one before and the one after. */
export function openSteps(): number[] {
  const now = Math.floor(Date.now() / 1000 / stepSeconds)
  return [now - 1, now, now + 1]
}

/** Of the steps whose codes are taken now, those with this code. */
export function matchingSteps(secret: string, code: string): number[] {
  return openSteps().filter((step) => sameHash(tokenHash(timeCode(secret, step)), tokenHash(code)))
}
