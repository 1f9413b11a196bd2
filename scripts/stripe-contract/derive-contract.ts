import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { projectRoot } from '../project'
import type { Contract, ContractOperation } from './json-schema'
import { readCalls, type SdkCall } from './sdk-calls'
import { TypeSchemas } from './type-schemas'

const sdkRoot = join(projectRoot, 'node_modules/stripe')
const resources = join(sdkRoot, 'esm/resources')

/**
 * The contract that the installed SDK carries in its compiled resources (which call goes where) and its typings (what it
 * takes and answers). Stripe generates both from its own description of the API.
 */
export function deriveContract(): Contract {
  const files = readdirSync(resources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && !name.startsWith('V2'))
    .map((name) => join(resources, name))
    .sort()
  const typings = files.map((file) => file.replace(/\.js$/, '.d.ts'))
  const program = ts.createProgram(typings, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    types: ['node'],
  })
  const checker = program.getTypeChecker()
  const schemas = new TypeSchemas(checker)
  const operations = files.flatMap((file) => {
    const source = program.getSourceFile(file.replace(/\.js$/, '.d.ts'))
    if (source === undefined) throw new Error(`The SDK has no typings for ${file}.`)
    const noun = relative(resources, file).replace(/\.js$/, '').replaceAll('\\', '/').replaceAll('/', '.')
    return readCalls(file).map((call) => operationOf(call, noun, source, checker, schemas))
  })
  return {
    sdkVersion: sdkVersion(),
    apiVersion: apiVersion(),
    operations,
    eventTypes: eventTypes(program, checker),
    definitions: schemas.definitions,
  }
}

export function sdkVersion(): string {
  const { version } = JSON.parse(readFileSync(join(sdkRoot, 'package.json'), 'utf8')) as { version: string }
  return version
}

function apiVersion(): string {
  const text = readFileSync(join(sdkRoot, 'esm/apiVersion.js'), 'utf8')
  const version = /ApiVersion = '([^']+)'/.exec(text)?.[1]
  if (version === undefined) throw new Error('The SDK does not say which version of the API it speaks.')
  return version
}

function operationOf(
  call: SdkCall,
  noun: string,
  source: ts.SourceFile,
  checker: ts.TypeChecker,
  schemas: TypeSchemas,
): ContractOperation {
  const sdk = `${noun}.${call.methodName}`
  const method = declarationOf(source, call)
  const params = method.parameters.find(({ name }) => name.getText(source) === 'params')
  const { kind, node } = answerOf(method, sdk)
  if (call.verb !== 'GET' && call.verb !== 'POST' && call.verb !== 'DELETE') {
    throw new Error(`${sdk} uses ${call.verb}.`)
  }
  return {
    method: call.verb,
    path: call.path,
    sdk,
    kind,
    params: params?.type ? schemas.schemaOf(checker.getTypeFromTypeNode(params.type), 'req') : null,
    paramsRequired: params !== undefined && params.questionToken === undefined,
    response: schemas.schemaOf(checker.getTypeFromTypeNode(node), 'res'),
  }
}

function declarationOf(source: ts.SourceFile, { className, methodName }: SdkCall): ts.MethodDeclaration {
  for (const statement of source.statements) {
    if (!ts.isClassDeclaration(statement) || statement.name?.text !== className) continue
    for (const member of statement.members) {
      if (ts.isMethodDeclaration(member) && member.name.getText(source) === methodName) return member
    }
  }
  throw new Error(`${className}.${methodName} has no typing.`)
}

/** `Promise<Response<T>>`, `ApiListPromise<T>` and `ApiSearchResultPromise<T>` say T. */
function answerOf(
  { type }: ts.MethodDeclaration,
  sdk: string,
): { kind: ContractOperation['kind']; node: ts.TypeNode } {
  const outer = argumentOf(type)
  if (outer?.name === 'ApiListPromise') return { kind: 'list', node: outer.argument }
  if (outer?.name === 'ApiSearchResultPromise') return { kind: 'search', node: outer.argument }
  if (outer?.name === 'Promise') {
    const inner = argumentOf(outer.argument)
    return { kind: 'object', node: inner?.name === 'Response' ? inner.argument : outer.argument }
  }
  throw new Error(`${sdk} answers ${type?.getText()}, which this derivation does not know.`)
}

function argumentOf(node: ts.TypeNode | undefined): { name: string; argument: ts.TypeNode } | undefined {
  if (node === undefined || !ts.isTypeReferenceNode(node)) return undefined
  const [argument] = node.typeArguments ?? []
  return argument && { name: node.typeName.getText(), argument }
}

function eventTypes(program: ts.Program, checker: ts.TypeChecker): string[] {
  const source = program.getSourceFile(join(resources, 'Events.d.ts'))
  const module = source && checker.getSymbolAtLocation(source)
  const symbol = module && checker.getExportsOfModule(module).find(({ name }) => name === 'Event')
  const union = symbol && checker.getDeclaredTypeOfSymbol(symbol)
  const members = union?.isUnion() ? union.types : []
  const types = members.flatMap((member) => {
    const type = member.getProperty('type')
    const literal = type && checker.getTypeOfSymbol(type)
    return literal?.isStringLiteral() ? [literal.value] : []
  })
  if (types.length === 0) throw new Error('The SDK names no types of events.')
  return types.sort()
}
