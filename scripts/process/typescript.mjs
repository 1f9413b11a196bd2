import { register } from 'tsx/esm/api'

/**
 * Preloaded into every child that is a TypeScript file. Whoever needs no more of them stops it: what is imported from then on is read as it stands. Of the built shop and its
 * packages, translated once more, a process would keep 230 MB.
 */
const stop = register()

/** From here on nothing is translated: only JavaScript can be imported. */
export async function stopTranslating() {
  await stop()
}
