import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from './file-store'

const nameForm = /^[0-9a-f]{64}[0-9a-z.-]{0,40}$/

/** A store in a folder of this machine, sharded by the first four hex digits so that no folder grows beyond what file systems like. */
export function localFiles(root: string): FileStore {
  const placeOf = (name: string) => {
    if (!nameForm.test(name)) throw new Error('not the name of a stored file')
    return join(root, name.slice(0, 2), name.slice(2, 4), name)
  }
  const exists = async (name: string) => (await sizeOf(placeOf(name))) !== null
  const putAs = (name: string, bytes: Uint8Array) => writeWhole(placeOf(name), bytes)
  return {
    exists,
    putAs,
    remove: async (name) => rm(placeOf(name), { force: true }),
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      if (!(await exists(hash))) await putAs(hash, bytes)
      return hash
    },
    async readAll(name) {
      const file = await openOrNull(placeOf(name))
      if (!file) return null
      return file.readFile().finally(() => file.close())
    },
    async open(name) {
      const file = await openOrNull(placeOf(name))
      if (!file) return null
      const { size } = await file.stat()
      return { stream: file.createReadStream(), bytes: size }
    },
  }
}

/** Beside its place first, then renamed: a crash leaves the old file or none, and two writers of one name never mix. */
async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true })
  const draft = `${place}.${randomBytes(6).toString('hex')}.part`
  const file = await open(draft, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
    await rename(draft, place)
  } catch (error) {
    await file.close()
    await rm(draft, { force: true })
    throw error
  }
}

async function openOrNull(place: string) {
  return open(place, 'r').catch(nullIfMissing)
}

async function sizeOf(place: string): Promise<number | null> {
  const found = await stat(place).catch(nullIfMissing)
  return found ? found.size : null
}

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
