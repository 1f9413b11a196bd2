import { pinyin, polyphonic } from 'pinyin-pro'

/** readings kept of one stretch: 重行 alone has four */
const mostReadings = 12
/** no one types more of a name by its sounds */
const mostSyllables = 12
/** beyond these, only the usual reading of a character counts: a query is compared with beginnings */
const readSyllables = 4

/** All readings of a stretch of Han, joined, the usual one first: 扎染 is zaran and zharan. */
export function readingsOf(han: string): string[] {
  return combine(syllablesOf(han)).map((syllables) => syllables.join(''))
}

/**
 * What of a name can be typed by its sounds: from each syllable on, every reading joined, and their initials. 中国结 holds zhongguojie, guojie,
 * jie, zgj and gj; a query is compared with their beginnings.
 */
export function soundsOf(han: string): string[] {
  const syllables = syllablesOf(han)
  const sounds = new Set<string>()
  for (let start = 0; start < syllables.length; start += 1) {
    for (const reading of combine(syllables.slice(start))) {
      sounds.add(reading.join(''))
      if (reading.length > 1) sounds.add(reading.map((syllable) => syllable.slice(0, 1)).join(''))
    }
  }
  return [...sounds]
}

function usualSyllables(han: string): string[] {
  return pinyin(han, { toneType: 'none', type: 'array', v: true, traditional: true })
}

/** Every reading of each character, the usual one of the whole first; a character without a reading is left out. */
function syllablesOf(han: string): string[][] {
  const usual = usualSyllables(han)
  return polyphonic(han, { toneType: 'none', type: 'array', v: true })
    .map((readings, at) => [...new Set([usual[at] ?? '', ...readings])].filter((one) => /^[a-z]+$/.test(one)))
    .filter((readings) => readings.length > 0)
    .slice(0, 60)
}

function combine(syllables: readonly string[][]): string[][] {
  let readings: string[][] = [[]]
  for (const [at, choices] of syllables.slice(0, mostSyllables).entries()) {
    const heard = at < readSyllables ? choices : choices.slice(0, 1)
    readings = readings.flatMap((reading) => heard.map((one) => [...reading, one])).slice(0, mostReadings)
  }
  return readings
}
