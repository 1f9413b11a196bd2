import { register } from 'tsx/esm/api'

/** Preloaded into every child that is a TypeScript file. */
register()
