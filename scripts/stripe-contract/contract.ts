import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import ts from 'typescript'
import { projectRoot } from '../project'
import { deriveContract, sdkVersion } from './derive-contract'
import type { Contract } from './json-schema'

const directory = join(projectRoot, '.cache/stripe-contract')
const derivation = ['derive-contract.ts', 'json-schema.ts', 'sdk-calls.ts', 'type-schemas.ts']

/** The contract of the installed SDK; derived once (some seconds) per SDK version and derivation, then read from `.cache`. */
export function loadContract(): Contract {
  const file = join(directory, `${sdkVersion()}-${derivationHash()}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Contract
  const contract = deriveContract()
  mkdirSync(directory, { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(contract))
  renameSync(draft, file)
  return contract
}

function derivationHash(): string {
  const hash = createHash('sha256').update(ts.version)
  for (const name of derivation) hash.update(readFileSync(new URL(name, import.meta.url)))
  return hash.digest('hex').slice(0, 16)
}
