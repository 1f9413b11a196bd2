import ts from 'typescript'
import type { JsonSchema } from './json-schema'

/** `req`: what we send, nothing undeclared. `res`: what is answered, which may hold more. */
export type Mode = 'req' | 'res'

/** Turns the SDK's types into JSON Schema, every named object once. */
export class TypeSchemas {
  readonly definitions: Record<string, JsonSchema> = {}
  readonly #names = { req: new Map<ts.Type, string>(), res: new Map<ts.Type, string>() }

  constructor(private readonly checker: ts.TypeChecker) {}

  schemaOf(type: ts.Type, mode: Mode): JsonSchema {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {}
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' }
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' }
    if (type.isUnion()) return this.#union(type.types, mode)
    if (type.isStringLiteral()) return { type: 'string', enum: [type.value] }
    if (type.isNumberLiteral()) return { type: 'number', enum: [type.value] }
    if (type.flags & ts.TypeFlags.BooleanLiteral) {
      return { type: 'boolean', enum: [this.checker.typeToString(type) === 'true'] }
    }
    if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' }
    if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' }
    const [element] = this.checker.isArrayType(type)
      ? this.checker.getTypeArguments(type as ts.TypeReference)
      : []
    if (element) return { type: 'array', items: this.schemaOf(element, mode) }
    // The SDK's class for decimals; on the wire it is text.
    if (type.getProperty('_coefficient')) return { type: 'string' }
    // Sent as a part of a multipart body; a recorded form holds a word in its place.
    if (type.symbol?.name === 'FileData') return { type: 'string' }
    return this.#object(type, mode)
  }

  #union(types: readonly ts.Type[], mode: Mode): JsonSchema {
    const rest = types.filter((type) => !isOpenText(type) && !(type.flags & ts.TypeFlags.Undefined))
    const texts = rest.filter((type) => type.isStringLiteral()).map(({ value }) => value)
    const numbers = rest.filter((type) => type.isNumberLiteral()).map(({ value }) => value)
    const booleans = rest.filter((type) => type.flags & ts.TypeFlags.BooleanLiteral)
    const others = rest.filter((type) => !type.isLiteral() && !booleans.includes(type))
    const open: Pick<JsonSchema, 'x-open'> = types.some(isOpenText) ? { 'x-open': true } : {}
    const options: JsonSchema[] = []
    if (texts.length > 0) options.push({ type: 'string', enum: texts, ...open })
    if (numbers.length > 0) options.push({ type: 'number', enum: numbers })
    if (booleans.length === 2) options.push({ type: 'boolean' })
    else if (booleans[0]) options.push(this.schemaOf(booleans[0], mode))
    options.push(...others.map((type) => this.schemaOf(type, mode)))
    const [only, ...more] = options
    if (only === undefined) throw new Error('A union without members.')
    return more.length === 0 ? only : { anyOf: options }
  }

  #object(type: ts.Type, mode: Mode): JsonSchema {
    const names = this.#names[mode]
    const known = names.get(type)
    const name = known ?? this.#newName(type, mode)
    if (known === undefined) {
      names.set(type, name)
      // Taken before it is filled: the types refer to each other.
      const definition: JsonSchema = {}
      this.definitions[name] = definition
      Object.assign(definition, this.#members(type, mode))
    }
    return { $ref: `#/definitions/${name}` }
  }

  #newName(type: ts.Type, mode: Mode): string {
    const plain = `${mode}.${(type.aliasSymbol ?? type.symbol)?.name.replace(/\W/g, '') || 'Object'}`
    let name = plain
    for (let n = 1; name in this.definitions; n += 1) name = `${plain}__${n}`
    return name
  }

  #members(type: ts.Type, mode: Mode): JsonSchema {
    const properties: Record<string, JsonSchema> = {}
    const required: string[] = []
    for (const property of this.checker.getPropertiesOfType(type)) {
      if (property.name === 'lastResponse') continue
      const inner = this.checker.getTypeOfSymbol(property)
      if (inner.getCallSignatures().length > 0) continue
      properties[property.name] = this.schemaOf(inner, mode)
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name)
    }
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String)
    return {
      type: 'object',
      properties,
      ...(required.length > 0 && { required }),
      additionalProperties: index ? this.schemaOf(index.type, mode) : mode === 'res',
    }
  }
}

/** `string & Record<never, never>`: the SDK's way of saying "or a value that is newer than this SDK". */
function isOpenText(type: ts.Type): boolean {
  return type.isIntersection() && type.types.some(({ flags }) => flags & ts.TypeFlags.String)
}
