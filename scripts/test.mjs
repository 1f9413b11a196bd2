/**
 * `npm test` and `npm run validate`. Imports nothing at the top, so that a Node too old for the rest can still say so.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`\nNode 20.19 or newer is needed; this is ${process.versions.node}. See https://nodejs.org/.`)
  process.exitCode = 1
} else {
  import('./process/run-typescript.mjs').then(({ runTypeScript }) => runTypeScript('scripts/test/main.ts'))
}
