import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { Stop } from '../process/stop-with-sentence'
import type { Engine } from './engine'
import type { DatabaseHome } from './home'

export const superuser = 'qiaoshou_superuser'

export function dataDirectory(home: DatabaseHome): string {
  return join(home.directory, 'postgres')
}

/** Makes the cluster if there is none. An interrupted attempt leaves only a draft, which the next one throws away. */
export function createCluster(home: DatabaseHome, engine: Engine, password: string, durable: boolean): void {
  const target = dataDirectory(home)
  if (existsSync(join(target, 'PG_VERSION'))) return
  const draft = `${target}.draft`
  const passwordFile = join(home.directory, 'initdb-password')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (home.user) {
    chownSync(draft, home.user.uid, home.user.gid)
    chownSync(passwordFile, home.user.uid, home.user.gid)
  }
  const options = [
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]
  try {
    const answer = initialise(engine, home, [...options, '--locale=C.UTF-8'])
    if (answer !== '') {
      rmSync(join(draft, 'PG_VERSION'), { force: true })
      const again = initialise(engine, home, [...options, '--locale=C'])
      if (again !== '') throw new Stop(`PostgreSQL could not be set up in ${target}: ${answer}`)
    }
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, target)
}

/** Empty when it worked, else what initdb said. A system without the C.UTF-8 locale refuses the first attempt. */
function initialise(engine: Engine, home: DatabaseHome, options: string[]): string {
  const { NODE_ENV, PATH } = process.env
  const answer = spawnSync(engine.initdb, options, {
    uid: home.user?.uid,
    gid: home.user?.gid,
    cwd: home.directory,
    env: { NODE_ENV, PATH },
    encoding: 'utf8',
  })
  if (answer.status === 0) return ''
  return (answer.error?.message ?? answer.stderr).trim() || `exit code ${answer.status}`
}
