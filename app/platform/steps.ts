/** A transition table: from each state, the states that may follow. */
export type Steps<S extends string> = Record<S, readonly S[]>

/** The states from which a state may be reached. */
export function sourcesOf<S extends string>(steps: Steps<S>, to: S): S[] {
  const states: S[] = []
  for (const state in steps) if (steps[state].includes(to)) states.push(state)
  return states
}
