import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { identify } from './identity.mjs'
import { findHolder, takeLock } from './lock.mjs'

let directory = ''
let file = ''

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lock-'))
  file = join(directory, 'some.lock')
})

afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** Other processes that each try to take the lock and, having it, keep it until they are killed. */
async function contend(count: number): Promise<{ winners: number; end: () => void }> {
  const script = `import(process.argv[1]).then(({ takeLock }) => {
    console.log(takeLock(process.argv[2]).taken); setInterval(() => {}, 1000) })`
  const module = join(import.meta.dirname, 'lock.mjs')
  const children = Array.from({ length: count }, () => spawn(process.execPath, ['-e', script, module, file]))
  const answers = await Promise.all(
    children.map(
      (child) => new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text)))),
    ),
  )
  return {
    winners: answers.filter((answer) => answer.trim() === 'true').length,
    end: () => children.forEach((child) => void child.kill('SIGKILL')),
  }
}

describe('a lock', () => {
  test('is had once, tells about its holder, and is free after its release', () => {
    const first = takeLock(file)
    if (!first.taken) throw new Error('not taken')
    first.lock.note({ url: 'http://127.0.0.1:3000' })
    expect(takeLock(file)).toMatchObject({
      taken: false,
      holder: { notes: { url: 'http://127.0.0.1:3000' } },
    })
    first.lock.release()
    expect(findHolder(file)).toBeNull()
    expect(takeLock(file).taken).toBe(true)
  })

  test('of many processes at once exactly one has it, also when a dead one left it behind', async () => {
    const first = await contend(6)
    expect(first.winners).toBe(1)
    first.end()
    await expect.poll(() => findHolder(file), { timeout: 5000 }).toBeNull()
    const second = await contend(6)
    expect(second.winners).toBe(1)
    second.end()
  })

  test('does not hold for another process that was given the same number', () => {
    const self = identify(process.pid)
    writeFileSync(file, JSON.stringify({ process: { ...self, born: 'long ago' }, notes: {} }))
    expect(findHolder(file)).toBeNull()
    expect(takeLock(file).taken).toBe(true)
    expect(JSON.parse(readFileSync(file, 'utf8')).process).toEqual(self)
  })

  test('survives a file that a power cut left empty', () => {
    writeFileSync(file, '')
    expect(takeLock(file).taken).toBe(true)
  })
})
