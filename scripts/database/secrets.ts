import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseHome } from './home'

/** Everything secret that an instance without configuration of its own needs; made once, kept for ever. */
export interface Secrets {
  superuserPassword: string
  ownerPassword: string
  appPassword: string
  /** 32 bytes, base64: wraps each person's own key. */
  DATA_KEY: string
  /** 32 bytes, base64: keys the blind index over encrypted fields. */
  INDEX_KEY: string
  SESSION_SECRET: string
}

/** Reads the home's secrets and makes those that are missing; the file lies beside the database, not in it. */
export function loadSecrets(home: Pick<DatabaseHome, 'directory'>): Secrets {
  const file = secretsFile(home)
  const kept: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const secrets: Secrets = {
    superuserPassword: kept.superuserPassword ?? randomBytes(24).toString('hex'),
    ownerPassword: kept.ownerPassword ?? randomBytes(24).toString('hex'),
    appPassword: kept.appPassword ?? randomBytes(24).toString('hex'),
    DATA_KEY: kept.DATA_KEY ?? randomBytes(32).toString('base64'),
    INDEX_KEY: kept.INDEX_KEY ?? randomBytes(32).toString('base64'),
    SESSION_SECRET: kept.SESSION_SECRET ?? randomBytes(32).toString('base64'),
  }
  if (Object.keys(kept).length !== Object.keys(secrets).length) {
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    renameSync(draft, file)
  }
  return secrets
}

function secretsFile(home: Pick<DatabaseHome, 'directory'>): string {
  return join(home.directory, 'secrets.json')
}
