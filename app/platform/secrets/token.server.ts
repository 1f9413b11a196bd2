import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { env } from '~/platform/env.server'

/** A random secret for a link or cookie, URL-safe. 16 bytes = 128 bits. */
export function randomToken(bytes: 16 | 32): string {
  return randomBytes(bytes).toString('base64url')
}

/** What is stored of a token: its SHA-256. A token has enough entropy to need no salt. */
export function tokenHash(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}

/** Six digits, every one of the million equally likely. */
export function randomSixDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** A keyed hash for short secrets (codes, addresses) that a bare hash would not hide. */
export function keyedHash(kind: string, value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', env.SESSION_SECRET).update(`${kind}|${value}`).digest())
}

/** A 128-bit secret for a link, URL-safe, that comes out the same for the same value: a repeated request is answered with it again, and nothing has to be stored. */
export function repeatableToken(kind: string, value: string): string {
  return Buffer.from(keyedHash(kind, value).subarray(0, 16)).toString('base64url')
}

/** Compares two hashes in constant time. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
