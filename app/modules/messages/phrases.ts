/**
 * Prepared phrases by side and situation. A message stores the key; each reader sees it in her own language (catalogue `messages.say_<key>`). A key that was used once
 * stays: what was written with it must be readable for good.
 */
export const phrases = {
  buyer: {
    asking: ['isItThere', 'howLong', 'otherColour', 'otherSize', 'asGift'],
    ordered: ['whenSent', 'itArrived', 'thanksForIt', 'somethingWrong'],
    anytime: ['hello', 'thanks'],
  },
  seller: {
    asking: ['itIsThere', 'canMakeIt', 'cannotMakeIt', 'tellSize', 'colourDiffers', 'orderHere'],
    ordered: ['beganMaking', 'almostDone', 'sentToday', 'howToCare', 'sorryLate', 'showMe'],
    anytime: ['hello', 'thanks', 'answerTonight'],
  },
} as const

export type Side = keyof typeof phrases
export type Situation = 'asking' | 'ordered' | 'anytime'
export type PhraseKey = (typeof phrases)[Side][Situation][number]

export const situations: readonly Situation[] = ['asking', 'ordered', 'anytime']

const known = new Set<string>(
  (['buyer', 'seller'] as const).flatMap((side) =>
    situations.flatMap((situation) => [...phrases[side][situation]]),
  ),
)

/** Whether a key is that of a phrase of either side. */
export function isPhrase(key: string): key is PhraseKey {
  return known.has(key)
}
