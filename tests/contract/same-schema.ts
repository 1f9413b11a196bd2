import type { Contract, JsonSchema } from '../../scripts/stripe-contract/json-schema'

type Definitions = Contract['definitions']

/**
 * Where two schemas mean different things, as paths; names of definitions, orders, and `type` beside `enum` do not matter.
 * Types refer to each other in circles: a pair that has been compared is not compared again.
 */
export class SchemaComparison {
  readonly #seen = new Set<string>()

  constructor(
    private readonly left: Definitions,
    private readonly right: Definitions,
  ) {}

  differences(a: JsonSchema, b: JsonSchema, path: string): string[] {
    const pair = `${JSON.stringify(a)} ${JSON.stringify(b)}`
    if (this.#seen.has(pair)) return []
    this.#seen.add(pair)
    const [x, y] = [resolved(a, this.left), resolved(b, this.right)]
    if (outline(x) !== outline(y)) return [`${path}: ${outline(x)} is not ${outline(y)}`]
    return [
      ...this.#sub(x.items, y.items, `${path}[]`),
      ...this.#sub(open(x), open(y), `${path}.*`),
      ...this.#options(x, y, path),
      ...Object.entries(x.properties ?? {}).flatMap(([name, inner]) =>
        this.#sub(inner, y.properties?.[name], `${path}.${name}`),
      ),
    ]
  }

  #sub(a: JsonSchema | undefined, b: JsonSchema | undefined, path: string): string[] {
    if (a === undefined && b === undefined) return []
    return a && b ? this.differences(a, b, path) : [`${path} is on one side only`]
  }

  #options(x: JsonSchema, y: JsonSchema, path: string): string[] {
    const [left, right] = [sorted(x.anyOf ?? [], this.left), sorted(y.anyOf ?? [], this.right)]
    return left.flatMap((option, at) => this.#sub(option, right[at], `${path}|${at}`))
  }
}

function resolved(schema: JsonSchema, definitions: Definitions): JsonSchema {
  if (schema.$ref === undefined) return schema
  const definition = definitions[schema.$ref.replace('#/definitions/', '')]
  if (definition === undefined) throw new Error(`${schema.$ref} is not defined`)
  // The SDK's class for decimals, where one derivation took it for an object: it travels as text.
  return definition.properties?._coefficient ? { type: 'string' } : definition
}

function open({ additionalProperties }: JsonSchema): JsonSchema | undefined {
  return typeof additionalProperties === 'object' ? additionalProperties : undefined
}

function sorted(options: JsonSchema[], definitions: Definitions): JsonSchema[] {
  const keyed = options.map((option) => [outline(resolved(option, definitions)), option] as const)
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, option]) => option)
}

/** What a schema says without what is below it. */
function outline(schema: JsonSchema): string {
  const { type, additionalProperties } = schema
  return JSON.stringify({
    type: schema.enum ? undefined : type,
    enum: schema.enum && [...schema.enum].sort(),
    open: schema['x-open'],
    options: schema.anyOf?.length,
    properties: Object.keys(schema.properties ?? {}).sort(),
    required: [...(schema.required ?? [])].sort(),
    additional: typeof additionalProperties === 'object' ? 'schema' : additionalProperties,
  })
}
