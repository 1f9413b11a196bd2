import { expect, it } from 'vitest'

const files = import.meta.glob<Record<string, Record<string, string>>>('./catalogue/*/*.ts', { eager: true })

/** The keys of the parts of one catalogue, each as often as a part has it. */
function keysOf(folder: string): string[] {
  const parts = Object.entries(files).flatMap(([path, part]) =>
    path.startsWith(`./catalogue/${folder}/`) ? [part] : [],
  )
  return parts.flatMap((part) =>
    Object.entries(part).flatMap(([name, texts]) => (name.endsWith('En') ? [] : Object.keys(texts))),
  )
}

const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[2] ?? ''))]

it('finds catalogues that are made of parts', () => expect(folders).toContain('household'))

it.each(folders)('no two parts of %s say the same key: the later would win unseen', (folder) => {
  const keys = keysOf(folder)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})
