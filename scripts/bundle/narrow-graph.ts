/**
 * The graph by which Prisma's client finds what in a query is a value (and so no part of its plan), as the client's generator writes it: numbers of seven bits a byte, as base64. A node lists by name
 * what may stand in one object of a query; the client unfolds every node at its start. Written for Prisma 7.10: another way of writing it is refused, not guessed.
 */

interface InputEdge {
  name: number
  scalars: number
  child: number | undefined
  enumName: number | undefined
  flags: number
}

interface OutputEdge {
  name: number
  args: number | undefined
  output: number | undefined
}

interface Graph {
  inputs: InputEdge[][]
  outputs: OutputEdge[][]
  roots: OutputEdge[]
}

export interface WrittenGraph {
  strings: string[]
  graph: string
}

/**
 * The same graph without the names that no query of the shop can hold. What a query holds all the same is then part of its plan, as if the client did not know that it can be a value:
 * the answer is the same, and its plan is made anew for every value. `isRoot` is asked for `Model.action`.
 */
export function narrowGraph(
  written: WrittenGraph,
  { isName, isRoot }: { isName: (name: string) => boolean; isRoot: (name: string) => boolean },
): WrittenGraph {
  const { inputs, outputs, roots } = read(written.graph)
  const nameOf = (at: number) => written.strings[at] ?? ''
  const held = <Edge extends { name: number }>(edges: Edge[]) =>
    edges.filter(({ name }) => isName(nameOf(name)))
  return write(
    {
      inputs: inputs.map(held),
      outputs: outputs.map(held),
      roots: roots.filter(({ name }) => isRoot(nameOf(name))),
    },
    nameOf,
  )
}

function read(text: string): Graph {
  const bytes = Buffer.from(text, 'base64url')
  let at = 0
  const byte = () => {
    const value = bytes[at++]
    if (value === undefined) throw new Error('the graph of the Prisma client ends too early')
    return value
  }
  const number = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const part = byte()
      value |= (part & 127) << shift
      if (part < 128) return value
    }
  }
  const perhaps = () => {
    const value = number()
    return value === 0 ? undefined : value - 1
  }
  const many = <One>(count: number, one: () => One) => Array.from({ length: count }, one)
  const outputEdge = () => ({ name: number(), args: perhaps(), output: perhaps() })
  const counts = { inputs: number(), outputs: number(), roots: number() }
  const graph = {
    inputs: many(counts.inputs, () =>
      many(number(), () => ({
        name: number(),
        scalars: byte() | (byte() << 8),
        child: perhaps(),
        enumName: perhaps(),
        flags: byte(),
      })),
    ),
    outputs: many(counts.outputs, () => many(number(), outputEdge)),
    roots: many(counts.roots, outputEdge),
  }
  if (at !== bytes.length) throw new Error('the graph of the Prisma client is written otherwise than known')
  return graph
}

/**
 * The number of the first name; before it stand empty ones. The client keeps a node as an object of which the names' numbers are the keys. V8 makes a row of such an object, as long as its highest key, when
 * that is low, and a table of just its keys when it is not: all nodes take 5 MB instead of 44.
 */
const firstName = 1_024

/** Nodes that a root leads to, each kind of them once, and the names that they use. */
function write({ inputs, outputs, roots }: Graph, nameOf: (at: number) => string): WrittenGraph {
  const same = sameNodes(inputs)
  const strings = numbered<number>()
  const inputOrder = numbered<number>()
  const outputOrder = numbered<number>()
  const bytes: number[] = []
  const number = (value: number) => {
    let rest = value
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
    bytes.push(rest)
  }
  const perhaps = (value: number | undefined) => number(value === undefined ? 0 : value + 1)
  const inputAt = (node: number | undefined) =>
    node === undefined ? undefined : inputOrder.of(same[node] ?? node)
  const outputAt = (node: number | undefined) => (node === undefined ? undefined : outputOrder.of(node))
  const outputEdge = ({ name, args, output }: OutputEdge) => {
    number(firstName + strings.of(name))
    perhaps(inputAt(args))
    perhaps(outputAt(output))
  }
  /** What is written meanwhile, for the numbers before it are known only afterwards. */
  const apart = (work: () => void) => {
    work()
    return bytes.splice(0)
  }
  const rootBytes = apart(() => roots.forEach(outputEdge))
  const outputBytes = apart(() => {
    for (const node of outputOrder.all) {
      const edges = outputs[node] ?? []
      number(edges.length)
      edges.forEach(outputEdge)
    }
  })
  const inputBytes = apart(() => {
    for (const node of inputOrder.all) {
      const edges = inputs[node] ?? []
      number(edges.length)
      for (const { name, scalars, child, enumName, flags } of edges) {
        number(firstName + strings.of(name))
        bytes.push(scalars & 255, scalars >> 8)
        perhaps(inputAt(child))
        perhaps(enumName === undefined ? undefined : firstName + strings.of(enumName))
        bytes.push(flags)
      }
    }
  })
  const counts = apart(() => [inputOrder.all.length, outputOrder.all.length, roots.length].forEach(number))
  const graph = Buffer.from([counts, inputBytes, outputBytes, rootBytes].flat()).toString('base64url')
  return { strings: [...Array<string>(firstName).fill(''), ...strings.all.map(nameOf)], graph }
}

/** Gives things numbers in the order in which they are first asked for; `all` grows while it is walked. */
function numbered<Thing>(): { all: Thing[]; of: (thing: Thing) => number } {
  const all: Thing[] = []
  const numbers = new Map<Thing, number>()
  return {
    all,
    of(thing) {
      const known = numbers.get(thing)
      if (known !== undefined) return known
      numbers.set(thing, all.length)
      return all.push(thing) - 1
    },
  }
}

/** For each node the first that says the same, however far a query goes down from it: kinds are told apart until no more can be. */
function sameNodes(inputs: InputEdge[][]): number[] {
  let kinds = inputs.map(() => 0)
  for (let count = 1; ; ) {
    const found = numbered<string>()
    const next = inputs.map((edges, node) =>
      found.of(
        `${kinds[node]}:${edges.map(({ child, ...edge }) => [...Object.values(edge), child === undefined ? '' : kinds[child]]).join(';')}`,
      ),
    )
    kinds = next
    if (found.all.length === count) break
    count = found.all.length
  }
  const first = new Map<number, number>()
  for (const [node, kind] of kinds.entries()) if (!first.has(kind)) first.set(kind, node)
  return kinds.map((kind, node) => first.get(kind) ?? node)
}
