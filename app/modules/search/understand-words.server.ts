import { planAnew } from '~/platform/db/name-statements'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import { findWorded, type ToldOfWords, toldOfWords } from './find-worded.server'
import { byScore, firstMatches } from './first-matches.server'
import { readGift } from './gift-words'
import { atMost } from './piece-sql.server'
import { isPiece, matchesWords, serialOf, type Wanted } from './product-filter.server'
import type { FilledShelf } from './shelf.server'
import { isOneSlipAway, shortestWord, slipsOf } from './slips'
import { readingsOf } from './sounds.server'
import { askedWords, isKnown, isLittle, literalQuery, runsOf, searchQuery, wordsQuery } from './tokens'

/** What words mean: what is looked for, and how that differs from what was typed. */
export type Understood = {
  wanted: Wanted
  /** the words that are looked for instead, when those typed are nowhere */
  instead: string | null
  /** other words that may have been meant */
  near: string[]
  /** nothing on sale has what is looked for */
  isNowhere: boolean
  /** words that were not used to choose */
  unused: string[]
}

type Candidate = { run: number; form: string; shown: string }

/** One way to understand the words: the first that finds something is taken. */
type Way = { terms: string; unused: string[] }

/** stands for the run of a maker's own name */
const ofMaker = -1

/** most words offered beside the one that is looked for */
const mostNear = 5

/**
 * Understands typed words: as themselves; where nothing on sale has them, as the beginnings and sounds of others; of a present then without whom it is for. When nothing has them in any way, a maker's own name, where she
 * lets it be shown, is the name of her shop, and each word that is unknown is corrected against the vocabulary: one letter or character added, left out, exchanged or swapped, from three up, or Han characters that sound
 * the same. One statement, none without words. With a shelf it also learns which pieces of it have the words.
 */
export async function understandWords(typed: string, filled?: FilledShelf | null): Promise<Understood> {
  const { words, things, unused, whom } = readGift(typed)
  if (words === '') return understood({ kind: 'all' }, unused)
  const serial = serialOf(words)
  if (serial !== null) return understood({ kind: 'serial', serial })
  const isForWhom = whom.length > 0 && things !== ''
  const ways = waysOf([
    { terms: wordsQuery(words), unused },
    { terms: searchQuery(words), unused },
    { terms: isForWhom ? wordsQuery(things) : null, unused: [...unused, ...whom] },
  ])
  const [first] = ways
  if (!first) return understood({ kind: 'nothing' })
  const said = isForWhom ? things : words
  const runs = runsOf(said)
    .slice(0, 8)
    .map(({ text }) => text)
  const candidatesSql = candidatesOf(runs, askedWords(words).slice(0, 8))
  const rows = filled ? await readTold(filled, ways, candidatesSql) : await readFound(ways, candidatesSql)
  const candidates = rows.flatMap(({ run, form, shown }) => (run === null ? [] : [{ run, form, shown }]))
  const ofShops = shopsTerms(words, candidates)
  if (ofShops !== null) return understood({ kind: 'terms', terms: ofShops }, unused)
  const found = ways[rows[0]?.way ?? -1]
  if (found) return understood({ kind: 'terms', terms: found.terms }, found.unused)
  if (whom.length > 0 && things === '') return understood({ kind: 'all' }, [...unused, ...whom])
  return { ...corrected(runs, candidates, first.terms), unused: isForWhom ? [...unused, ...whom] : unused }
}

function waysOf(all: readonly { terms: string | null; unused: string[] }[]): Way[] {
  return all.flatMap(({ terms, unused }, at) =>
    terms === null || all.slice(0, at).some((other) => other.terms === terms) ? [] : [{ terms, unused }],
  )
}

/** What words may have been meant as, behind `hit`: shops by the name of their maker, while she lets it be shown; where nothing was found in any way, words of the vocabulary by their slips and sounds. */
function candidatesOf(runs: readonly string[], words: readonly string[]): Prisma.Sql {
  const asked = runs.flatMap((run, at) => lookUpsOf(run).map((slip) => ({ run: at, slip })))
  return Prisma.sql`LATERAL (SELECT ${ofMaker}::int AS run, m."makerName" AS form, m."nameZh" AS shown FROM "Seller" m JOIN "SearchEntry" e ON e.id = m.id
      WHERE hit.way IS DISTINCT FROM 0 AND m."makerName" = ANY(${[...words]}) AND e.kind = 'maker' AND e."isShown"
    UNION ALL SELECT DISTINCT a.run, s.form, s.shown FROM unnest(${asked.map(({ run }) => run)}::int[], ${asked.map(({ slip }) => slip)}::text[]) a(run, slip)
      JOIN "SearchSlip" s ON s.slip = a.slip WHERE hit.way IS NULL)`
}

type Row = { way: number | null; run: number | null; form: string; shown: string }

/** In which way anything has the words; if in none, what they may have been meant as. */
function readFound(ways: readonly Way[], candidates: Prisma.Sql): Promise<Row[]> {
  const found = ways.map(
    ({ terms }, at) =>
      Prisma.sql`WHEN EXISTS ${firstMatches(Prisma.sql`e.id`, Prisma.sql`${isPiece} AND ${matchesWords({ kind: 'terms', terms })}`, byScore, Prisma.sql`1::bigint`)} THEN ${at}::int`,
  )
  return prisma.$queryRaw<Row[]>`${planAnew}
    WITH hit AS MATERIALIZED (SELECT CASE ${Prisma.join(found, ' ')} END AS way)
    SELECT hit.way, c.run, c.form, c.shown FROM hit LEFT JOIN ${candidates} c ON true LIMIT 2000`
}

/** The same, keeping what has them. */
async function readTold(filled: FilledShelf, ways: readonly Way[], candidates: Prisma.Sql): Promise<Row[]> {
  const name = (at: number) => Prisma.raw(`way${at}`)
  const told = ways.map(({ terms }, at) => {
    const before = ways
      .slice(0, at)
      .map((_, one) => Prisma.sql`NOT EXISTS (SELECT 1 FROM ${name(one)} WHERE words IS NOT NULL)`)
    return Prisma.sql`${name(at)} AS MATERIALIZED (SELECT ${toldOfWords(terms)} WHERE ${Prisma.join([Prisma.sql`true`, ...before], ' AND ')})`
  })
  const hits = ways.map(
    (_, at) =>
      Prisma.sql`SELECT ${at}::int AS way, words, names, named FROM ${name(at)} WHERE words IS NOT NULL`,
  )
  const rows = await prisma.$queryRaw<(Row & ToldOfWords)[]>`
    WITH ${Prisma.join(told, ', ')}, hit AS MATERIALIZED (${Prisma.join(hits, ' UNION ALL ')})
    SELECT hit.*, c.run, c.form, c.shown FROM (SELECT) AS asked LEFT JOIN hit ON true LEFT JOIN ${candidates} c ON true ${atMost(2000)}`
  await findWorded(filled, ways[rows[0]?.way ?? 0]?.terms ?? '', rows[0])
  return rows
}

function understood(wanted: Wanted, unused: string[] = []): Understood {
  return { wanted, instead: null, near: [], isNowhere: wanted.kind === 'nothing', unused }
}

/** The words with the names of shops for that of their maker; null where nobody of that name has one. */
function shopsTerms(words: string, candidates: readonly Candidate[]): string | null {
  const makers = candidates.filter(({ run }) => run === ofMaker)
  if (makers.length === 0) return null
  const terms = askedWords(words).flatMap((word) => {
    const shops = makers.flatMap(({ form, shown }) => (form === word ? (literalQuery(shown) ?? []) : []))
    return shops.length === 0 ? (wordsQuery(word) ?? []) : [`(${shops.join(' | ')})`]
  })
  return terms.join(' & ')
}

/** What to look up for a stretch of letters or characters: it with its slips; of Han also its parts and how they sound. */
function lookUpsOf(run: string): string[] {
  if (!isHan(run)) return slipsOf(run)
  return [...slipsOf(run), ...windowsOf(run).flatMap(slipsOf), ...partsOf(run).flatMap(readingsOf)]
}

function isHan(run: string): boolean {
  return /\p{Script=Han}/u.test(run)
}

/** What may be a word of its own: a stretch of Han, its parts of three and four characters, and what is left beside words that are known. */
function partsOf(run: string): string[] {
  return isHan(run) ? [...new Set([run, ...windowsOf(run), ...askedWords(run)])] : [run]
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

function corrected(
  runs: readonly string[],
  candidates: readonly Candidate[],
  typed: string,
): Omit<Understood, 'unused'> {
  const near = new Set<string>()
  const words = runs.map((run, at) => {
    const own = candidates.filter((candidate) => candidate.run === at)
    const [best, ...others] = readingsInstead(run, own)
    for (const other of others) near.add(other)
    return best ?? run
  })
  const instead = words.join(' ')
  const isWhole = words.every((word, at) => word !== runs[at])
  const terms = instead === runs.join(' ') ? null : isWhole ? wordsQuery(instead) : searchQuery(instead)
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
  const found = partsOf(run).flatMap((part) =>
    meantBy(part, candidates).map((shown) => run.replace(part, () => shown)),
  )
  return [...new Set(found)].filter((text) => text !== run)
}

/**
 * The words that a part may stand for: those that sound the same, then those one slip away; among them those in the same script, those that begin alike, those that the shop has words for, those of the same length. Two
 * characters stand only for what sounds the same: too much is one character away from them.
 */
function meantBy(part: string, candidates: readonly Candidate[]): string[] {
  const length = [...part].length
  if (length < 2 || candidates.some(({ form, shown }) => form === part || shown === part)) return []
  const sounds = isHan(part) ? readingsOf(part) : []
  const ranked = candidates.flatMap(({ run, form, shown }) => {
    const isHomophone = sounds.includes(form) && [...shown].length === length
    const isSlip = length >= shortestWord && isOneSlipAway(part, form)
    if (run === ofMaker || isLittle(shown) || (!isHomophone && !isSlip)) return []
    const merits = [
      isHomophone,
      isHan(shown) === isHan(part),
      form.startsWith([...part][0] ?? ''),
      isKnown(shown),
      [...form].length === length,
    ]
    return [{ shown, rank: merits.map((has) => (has ? 0 : 1)).join('') }]
  })
  return ranked
    .sort(
      (a, b) =>
        compare(a.rank, b.rank) || [...a.shown].length - [...b.shown].length || compare(a.shown, b.shown),
    )
    .map(({ shown }) => shown)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
