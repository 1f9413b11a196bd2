import { planAnew } from '~/platform/db/name-statements'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import { findWorded, type ToldOfWords, toldOfWords } from './find-worded.server'
import { byScore, firstMatches } from './first-matches.server'
import { withoutGift } from './gift-words'
import { atMost } from './piece-sql.server'
import { isPiece, matchesWords, serialOf, type Wanted } from './product-filter.server'
import type { FilledShelf } from './shelf.server'
import { isOneSlipAway, shortestWord, slipsOf } from './slips'
import { readingsOf } from './sounds.server'
import { isLittle, runsOf, searchQuery } from './tokens'

/** What words mean: what is looked for, and how that differs from what was typed. */
export type Understood = {
  wanted: Wanted
  /** the words that are looked for instead, when those typed are nowhere */
  instead: string | null
  /** other words that may have been meant */
  near: string[]
  /** nothing on sale has what is looked for */
  isNowhere: boolean
}

type Candidate = { run: number; form: string; shown: string }

/** most words offered beside the one that is looked for */
const mostNear = 5

/**
 * Understands typed words. When nothing on sale has them, each that is unknown is corrected against the vocabulary: one letter or character
 * added, left out, exchanged or swapped, from three up, or Han characters that sound the same. One statement, none without words; words that only say that it is a gift are none.
 * With a shelf it also learns which pieces of it have the words.
 */
export async function understandWords(typed: string, filled?: FilledShelf | null): Promise<Understood> {
  const q = withoutGift(typed)
  if (q === '') return understood({ kind: 'all' })
  const serial = serialOf(q)
  if (serial !== null) return understood({ kind: 'serial', serial })
  const terms = searchQuery(q)
  if (terms === null) return understood({ kind: 'nothing' })
  const runs = runsOf(q)
    .slice(0, 8)
    .map(({ text }) => text)
  const asked = runs.flatMap((run, at) => lookUpsOf(run).map((slip) => ({ run: at, slip })))
  const slips = Prisma.sql`(SELECT DISTINCT a.run, s.form, s.shown FROM unnest(${asked.map(({ run }) => run)}::int[], ${asked.map(({ slip }) => slip)}::text[]) a(run, slip)
      JOIN "SearchSlip" s ON s.slip = a.slip)`
  const rows = filled ? await readTold(filled, terms, slips) : await readFound(terms, slips)
  if (rows[0]?.isFound) return understood({ kind: 'terms', terms })
  const candidates = rows.flatMap(({ run, form, shown }) => (run === null ? [] : [{ run, form, shown }]))
  return corrected(runs, candidates, terms)
}

type Row = { isFound: boolean; run: number | null; form: string; shown: string }

/** Whether anything has the words; if nothing has, what they may have been meant as. */
function readFound(terms: string, slips: Prisma.Sql): Promise<Row[]> {
  return prisma.$queryRaw<Row[]>`${planAnew}
    WITH hit AS MATERIALIZED (SELECT EXISTS ${firstMatches(Prisma.sql`e.id`, Prisma.sql`${isPiece} AND ${matchesWords({ kind: 'terms', terms })}`, byScore, Prisma.sql`1::bigint`)} AS "isFound")
    SELECT hit."isFound", c.run, c.form, c.shown FROM hit LEFT JOIN ${slips} c ON NOT hit."isFound" LIMIT 2000`
}

/** The same, keeping what has them. */
async function readTold(filled: FilledShelf, terms: string, slips: Prisma.Sql): Promise<Row[]> {
  const rows = await prisma.$queryRaw<(Row & ToldOfWords)[]>`
    WITH hit AS MATERIALIZED (SELECT ${toldOfWords(terms)})
    SELECT hit.*, hit.words IS NOT NULL AS "isFound", c.run, c.form, c.shown FROM hit LEFT JOIN ${slips} c ON hit.words IS NULL ${atMost(2000)}`
  await findWorded(filled, terms, rows[0])
  return rows
}

function understood(wanted: Wanted): Understood {
  return { wanted, instead: null, near: [], isNowhere: wanted.kind === 'nothing' }
}

/** What to look up for a stretch of letters or characters: it with its slips; of Han also its parts and how it sounds. */
function lookUpsOf(run: string): string[] {
  if (!isHan(run)) return slipsOf(run)
  return [
    ...slipsOf(run),
    ...windowsOf(run).flatMap(slipsOf),
    ...[run, ...windowsOf(run)].flatMap(readingsOf),
  ]
}

function isHan(run: string): boolean {
  return /\p{Script=Han}/u.test(run)
}

/** The parts of three and four characters of a longer stretch of Han: the vocabulary knows names by them. */
function windowsOf(run: string): string[] {
  const characters = [...run]
  return [4, 3]
    .filter((length) => length < characters.length)
    .flatMap((length) =>
      characters
        .slice(0, characters.length - length + 1)
        .map((_, at) => characters.slice(at, at + length).join('')),
    )
}

function corrected(runs: readonly string[], candidates: readonly Candidate[], typed: string): Understood {
  const near = new Set<string>()
  const words = runs.map((run, at) => {
    const own = candidates.filter((candidate) => candidate.run === at)
    const [best, ...others] = readingsInstead(run, own)
    for (const other of others) near.add(other)
    return best ?? run
  })
  const instead = words.join(' ')
  const terms = instead === runs.join(' ') ? null : searchQuery(instead)
  near.delete(instead)
  return {
    wanted: { kind: 'terms', terms: terms ?? typed },
    instead: terms === null ? null : instead,
    near: [...near].slice(0, mostNear),
    isNowhere: terms === null,
  }
}

/** What a stretch may have been meant as, best first. Nothing when the vocabulary knows it as it is, or it says nothing of a piece. */
function readingsInstead(run: string, candidates: readonly Candidate[]): string[] {
  if (isLittle(run) || candidates.some(({ form }) => form === run)) return []
  const parts = isHan(run) ? [run, ...windowsOf(run)] : [run]
  const found = parts.flatMap((part) =>
    meantBy(part, candidates).map((shown) => run.replace(part, () => shown)),
  )
  return [...new Set(found)].filter((text) => text !== run)
}

/** The words that a part may stand for: those that sound the same, then those one slip away, of the same length before others. */
function meantBy(part: string, candidates: readonly Candidate[]): string[] {
  if ([...part].length < shortestWord || candidates.some(({ form }) => form === part)) return []
  const sounds = isHan(part) ? readingsOf(part) : []
  const length = [...part].length
  const ranked = candidates.flatMap(({ form, shown }) => {
    const isHomophone = sounds.includes(form) && [...shown].length === length
    if (isLittle(shown) || (!isHomophone && !isOneSlipAway(part, form))) return []
    return [{ shown, rank: isHomophone ? 0 : [...form].length === length ? 1 : 2 }]
  })
  return ranked
    .sort(
      (a, b) => a.rank - b.rank || [...a.shown].length - [...b.shown].length || (a.shown < b.shown ? -1 : 1),
    )
    .map(({ shown }) => shown)
}
