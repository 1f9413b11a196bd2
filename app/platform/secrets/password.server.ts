import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the parameters that OWASP recommends (19 MiB, two passes, one lane), which are the library's own. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'))
}

/** Whether a password is the one that was hashed. */
export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFKC'))
}
