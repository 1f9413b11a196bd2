import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { env } from '~/platform/env.server'

/** Where the chain stood at an hour: kept outside the database, so that whoever can rewrite all of it is still found out. */
const Anchor = z.object({
  /** the shop's time, and the machine's */
  at: z.iso.datetime(),
  noted: z.iso.datetime(),
  /** the last link and its hash, in hex */
  seq: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** the first eight hex digits of every link since the anchor before: names the very row that was rewritten */
  trail: z.string().regex(/^([0-9a-f]{8})*$/),
})
export type Anchor = z.output<typeof Anchor>

/** Digits of a link in a trail. */
export const trailDigits = 8

const anchorFile = join(env.AUDIT_DIR ?? join(dirname(env.MEDIA_DIR), 'audit'), 'anchors.jsonl')

/** The anchors, oldest first; `broken` is the number of the first line that is none, or null. */
export async function readAnchors(): Promise<{ anchors: Anchor[]; broken: number | null }> {
  const text = await readFile(anchorFile, 'utf8').catch(emptyIfMissing)
  const anchors: Anchor[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line === '') continue
    const parsed = Anchor.safeParse(parseLine(line))
    if (!parsed.success) return { anchors, broken: at + 1 }
    anchors.push(parsed.data)
  }
  return { anchors, broken: null }
}

/** Adds a line to the file and returns when it lies on the disk. Never changes what stands there. */
export async function appendAnchor({ at, noted, seq, hash, trail }: Anchor): Promise<void> {
  await mkdir(dirname(anchorFile), { recursive: true })
  const file = await open(anchorFile, 'a', 0o640)
  try {
    await file.write(`${JSON.stringify({ at, noted, seq: String(seq), hash, trail })}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function emptyIfMissing(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
  throw error
}
