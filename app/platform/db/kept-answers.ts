/** What no change announces (a new day, a setting that begins) is seen after so many milliseconds, as on kept pages. */
const keptFor = 60_000

type Kept = { answer: Promise<unknown>; until: number }

/** Names of kept answers, each its own for as long as the process runs. */
const names = new WeakMap<object, string>()
let named = 0

/** What stands for a kept answer instead of all that is in it, since nobody may change it; undefined for everything else. */
export function keptAnswerName(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? names.get(value) : undefined
}

function nameAnswer<Answer>(answer: Answer): Answer {
  if (typeof answer === 'object' && answer !== null) names.set(answer, `answer ${++named}`)
  return answer
}

/** Every collection there is; what a change makes old is let go in all of them. */
const collections: Map<string, Kept>[] = []
let isHeard = false
const followers: ((isHeard: boolean) => void)[] = []

/**
 * Keeps what the database answers everybody alike, `most` answers at a time, for as long as the database's announcements of changes are heard (channel `pages`): until the next one, and a minute at most; one that is made of others may be as much older as they were.
 * A question that waits for its answer is asked once, however many ask. An answer is shared: nobody may change it. For nothing that a checkout decides by. While changes are not heard of, what stands on every page is
 * kept for `unheardFor` milliseconds, everything else not at all.
 */
export function keepAnswers<Answer>(
  most: number,
  { unheardFor = 0 } = {},
): (question: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const kept = new Map<string, { answer: Promise<Answer>; until: number }>()
  collections.push(kept)
  return (question, ask) => {
    const shownFor = isHeard ? keptFor : unheardFor
    if (shownFor === 0) return ask()
    const found = kept.get(question)
    kept.delete(question)
    const entry =
      found && found.until > Date.now()
        ? found
        : { answer: ask().then(nameAnswer), until: Date.now() + shownFor }
    kept.set(question, entry)
    if (entry !== found) entry.answer.catch(() => kept.get(question) === entry && kept.delete(question))
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return entry.answer
  }
}

/** Lets go of every kept answer, and of those that are being waited for: a change has made them old. */
export function forgetAnswers(): void {
  for (const kept of collections) kept.clear()
}

/** Whether changes are heard of now. Whoever does not hear keeps nothing. */
export function trustAnswers(heard: boolean): void {
  isHeard = heard
  forgetAnswers()
  for (const follow of followers) follow(heard)
}

/** Tells when changes begin to be heard of, at once if they are, and when they are not any more. */
export function followChanges(follow: (isHeard: boolean) => void): void {
  followers.push(follow)
  if (isHeard) follow(true)
}
