import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../project'
import { askedIn, withNarrowGraph } from './narrow-client'
import { narrowGraph, type WrittenGraph } from './narrow-graph'

const code = readFileSync(join(projectRoot, 'app/generated/prisma/internal/class.ts'), 'utf8')

function graphOf(text: string): WrittenGraph {
  const [, strings = '', graph = ''] = /strings: JSON\.parse\((".*")\),\n {2}graph: "(.*)"/.exec(text) ?? []
  return { strings: JSON.parse(JSON.parse(strings)), graph }
}

const everything = { isName: () => true, isRoot: () => true }

test('a graph of which everything is kept says the same, and nothing twice', () => {
  const whole = narrowGraph(graphOf(code), everything)
  expect(narrowGraph(whole, everything)).toEqual(whole)
  expect(whole.graph.length).toBeLessThan(graphOf(code).graph.length)
})

test('of the client stays what the code asks for', () => {
  const asked = askedIn([
    "const rows = await tx.product.findMany({ where: { slug, seller: { status: 'open' } }, orderBy: { id: 'asc' } })",
    'const count = await prisma.order\n  .count({ where: { id } })',
  ])
  const { strings, graph } = graphOf(withNarrowGraph(code, asked))
  expect(strings).toEqual(
    expect.arrayContaining(['Product.findMany', 'Order.aggregate', 'where', 'seller', 'status', 'slug']),
  )
  expect(strings).not.toContain('Product.createOne')
  expect(strings).not.toContain('connectOrCreate')
  expect(graph.length).toBeLessThan(graphOf(code).graph.length / 20)
})

test('a graph or a client written otherwise than known is refused', () => {
  const { strings, graph } = graphOf(code)
  expect(() => narrowGraph({ strings, graph: graph.slice(0, -4) }, everything)).toThrow(/ends too early/)
  expect(() => narrowGraph({ strings, graph: `${graph.slice(0, -4)}AAAAAAAA` }, everything)).toThrow()
  expect(() => withNarrowGraph('export {}', { calls: new Set(), keys: new Set() })).toThrow(/holds no/)
})
