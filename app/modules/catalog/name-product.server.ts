import { pinyin } from 'pinyin-pro'
import type { Tx } from '~/platform/db/prisma.server'

const slugLength = 56

/**
 * The serial and the address of a piece that goes on sale for the first time: craft initials with a running number (中国结 → ZGJ-0042), and the
 * title's pinyin with the serial. One transaction at a time numbers a craft, so that no number is given twice.
 */
export async function nameProduct(
  tx: Tx,
  { craftNameZh, titleZh }: { craftNameZh: string; titleZh: string },
): Promise<{ serial: string; slug: string }> {
  const initials = soundsOf(craftNameZh)
    .map((sound) => sound.slice(0, 1))
    .join('')
    .slice(0, 4)
    .toUpperCase()
  const prefix = initials.length >= 2 ? initials : 'QS'
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`serial:${prefix}`}, 0))`
  const [row] = await tx.$queryRaw<{ last: number | null }[]>`
    SELECT max(substring(serial FROM '[0-9]+$')::int) AS last FROM "Product" WHERE serial ~ ${`^${prefix}-[0-9]{4,6}$`}`
  const number = String((row?.last ?? 0) + 1).padStart(4, '0')
  const words = soundsOf(titleZh).join('-').slice(0, slugLength).replace(/-+$/, '')
  const tail = `${prefix.toLowerCase()}-${number}`
  return { serial: `${prefix}-${number}`, slug: words ? `${words}-${tail}` : tail }
}

/** Syllables and Latin words in ASCII lower case; what cannot be said in either is left out. */
function soundsOf(text: string): string[] {
  const sounds = pinyin(text.normalize('NFKC'), {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
  })
  return sounds.flatMap((sound) => sound.toLowerCase().match(/[a-z0-9]+/g) ?? [])
}
