import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { projectRoot } from './project'

/**
 * `npm run -s log:sources < log`: a log of the built shop whose stacks name the files that we wrote, with their lines. The build must be the one that the log is of. The servers do not read the map
 * themselves: each would keep 40 MB of it from its first stack on.
 */
async function run(): Promise<void> {
  const map = new SourceMap(JSON.parse(readFileSync(join(projectRoot, 'build/server/index.js.map'), 'utf8')))
  for await (const line of createInterface({ input: process.stdin })) console.log(nameSources(line, map))
}

/** A line of a log in which each place in the built server is the place in our own file; one that the map does not know stays. */
export function nameSources(line: string, map: SourceMap): string {
  return line.replace(/file:\/\/[^\s"()]*\/build\/server\/index\.js:(\d+):(\d+)/g, (place, row, column) => {
    const source = map.findOrigin(Number(row), Number(column))
    return 'fileName' in source ? `${source.fileName.replace(/^(\.\.\/)+/, '')}:${source.lineNumber}` : place
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run()
