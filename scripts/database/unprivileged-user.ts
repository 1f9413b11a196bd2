import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { Stop } from '../process/stop-with-sentence'

export interface SystemUser {
  name: string
  uid: number
  gid: number
}

const ownName = 'qiaoshou'

/**
 * PostgreSQL refuses to run as root. Root's database therefore runs as the system's `postgres` user, as a user that
 * this makes, or as `nobody`; anybody else's runs as themselves (undefined).
 */
export function findDatabaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  return lookUp('postgres') ?? lookUp(ownName) ?? create() ?? lookUp('nobody') ?? refuse()
}

function lookUp(name: string): SystemUser | undefined {
  const uid = numberFrom(spawnSync('id', ['-u', name], { encoding: 'utf8' }))
  const gid = numberFrom(spawnSync('id', ['-g', name], { encoding: 'utf8' }))
  return uid && gid ? { name, uid, gid } : undefined
}

function numberFrom(answer: { status: number | null; stdout: string }): number | undefined {
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined
}

function create(): SystemUser | undefined {
  const useradd = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ownName]
  if (spawnSync('useradd', useradd).status !== 0) {
    spawnSync('addgroup', ['-S', ownName])
    spawnSync('adduser', ['-S', '-D', '-H', '-G', ownName, ownName])
  }
  return lookUp(ownName)
}

function refuse(): never {
  throw new Stop(
    'PostgreSQL must not run as root and no other user could be made: start this as an ordinary user, or set DATABASE_URL.',
  )
}
