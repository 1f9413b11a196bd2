/** At which a draft from a table begins, so that a blank sheet or a copy is never begun in it; nobody has written in it since while it stands there. */
export const listVersion = 3
