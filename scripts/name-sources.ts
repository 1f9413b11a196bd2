import { readdirSync, readFileSync } from 'node:fs'
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
  const maps = new Map<string, SourceMap>()
  for (const part of ['server', 'front'])
    for (const file of readdirSync(join(projectRoot, 'build', part)).filter((name) =>
      name.endsWith('.js.map'),
    ))
      maps.set(
        `${part}/${file.slice(0, -'.map'.length)}`,
        new SourceMap(JSON.parse(readFileSync(join(projectRoot, 'build', part, file), 'utf8'))),
      )
  for await (const line of createInterface({ input: process.stdin })) console.log(nameSources(line, maps))
}

/** A line of a log in which each place in the built shop and its front door is the place in our own file; one that no map knows stays. */
export function nameSources(line: string, maps: ReadonlyMap<string, SourceMap>): string {
  return line.replace(
    /file:\/\/[^\s"()]*\/build\/(\w+\/[\w.-]+\.js):(\d+):(\d+)/g,
    (place, file, row, column) => {
      const map = maps.get(file)
      if (!map) return place
      const source = map.findOrigin(Number(row), Number(column))
      return 'fileName' in source
        ? `${source.fileName.replace(/^(\.\.\/)+/, '')}:${source.lineNumber}`
        : place
    },
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run()
