import { fileURLToPath } from 'node:url'

/** The top directory of the project; every script works from here, wherever it is called. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
