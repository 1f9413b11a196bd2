import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FileStore } from './file-store'
import { localFiles } from './local-files.server'

const bytes = Buffer.from('一根绳')
const hash = 'ed2c8b9b5a9c0f8f0c0f4a1c9c5d9a3c0000000000000000000000000000beef'

describe('localFiles', () => {
  let root: string
  let files: FileStore
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'qiaoshou-files-'))
    files = localFiles(root)
  })

  it('keeps bytes under their hash, in a folder of its first digits', async () => {
    const name = await files.put(bytes)
    expect(name).toMatch(/^[0-9a-f]{64}$/)
    expect(await readdir(join(root, name.slice(0, 2), name.slice(2, 4)))).toEqual([name])
    expect(await files.put(bytes)).toBe(name)
    expect(await files.readAll(name)).toEqual(bytes)
    const file = await files.open(name)
    expect(file?.bytes).toBe(bytes.length)
    expect(file && (await text(file.stream))).toBe('一根绳')
  })

  it('replaces a named file as a whole, also when two write it at once', async () => {
    const long = Buffer.alloc(500_000, 'a')
    const short = Buffer.alloc(20, 'b')
    await Promise.all([files.putAs(`${hash}-320.jpg`, long), files.putAs(`${hash}-320.jpg`, short)])
    const stored = await files.readAll(`${hash}-320.jpg`)
    expect([long.length, short.length]).toContain(stored?.length)
    expect(await readdir(join(root, 'ed', '2c'))).toEqual([`${hash}-320.jpg`])
  })

  it('answers null for what is not there', async () => {
    expect(await files.exists(hash)).toBe(false)
    expect(await files.readAll(hash)).toBeNull()
    expect(await files.open(hash)).toBeNull()
  })

  it('forgets a file, also twice, and keeps its neighbours', async () => {
    const name = await files.put(bytes)
    await files.putAs(`${name}-320.jpg`, bytes)
    await files.remove(name)
    await files.remove(name)
    expect(await files.exists(name)).toBe(false)
    expect(await files.exists(`${name}-320.jpg`)).toBe(true)
    await expect(files.remove('..')).rejects.toThrow('not the name')
  })

  it('takes no other names', async () => {
    for (const name of ['', '..', `${hash}/../x`, `${hash}-\0`, `x${hash}`])
      await expect(files.readAll(name)).rejects.toThrow('not the name')
  })
})
