import { randomInt } from 'node:crypto'
import { tokenHash } from '~/platform/secrets/token.server'
import { recoveryLength, recoveryLetters } from './schema'

const howMany = 10

/** Ten new codes of eighty random bits each, as she writes them down: four groups of four. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () => {
    const letters = Array.from(
      { length: recoveryLength },
      () => recoveryLetters[randomInt(recoveryLetters.length)],
    )
    return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
  })
}

/** What is kept of a recovery code. */
export function recoveryHash(factorId: string, code: string): Uint8Array<ArrayBuffer> {
  return tokenHash(`${factorId}|${code.replaceAll('-', '')}`)
}
