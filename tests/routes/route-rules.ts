import ts from 'typescript'
import { permissions } from '../../app/modules/auth/permissions'

/** What a route file says about itself, and what is wrong with it. */
export type Inspection = {
  guards: { name: 'loader' | 'action'; guard: string; permission: string | null }[]
  faults: string[]
}

/** The guards and where each must come from. allowAnyone opens; the others close. */
const guardModules: Readonly<Record<string, string>> = {
  allowAnyone: '~/modules/auth/require-actor.server',
  requireActor: '~/modules/auth/require-actor.server',
  requireOrderAccess: '~/modules/orders/require-order-access.server',
  requireParcelAccess: '~/modules/orders/require-order-access.server',
}

const remixNames = new Set([
  'loader',
  'action',
  'meta',
  'links',
  'headers',
  'handle',
  'shouldRevalidate',
  'ErrorBoundary',
  'default',
])

const closedPlaces =
  /^routes\/(studio|desk|admin)\/|^routes\/account\/(home|orders|export|close|acting.*|address.*|large-layout|money.*|messages?|message-.*)\.tsx?$/
const prismaModules = /(^@prisma\/)|(platform\/db\/prisma\.server$)|(generated\/prisma\/(?!enums$))/
const knownPermissions = new Set<string>(Object.values(permissions).flat())

/** Reads one route file (its path below app/) without running it. */
export function inspectRoute(file: string, text: string): Inspection {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const faults: string[] = []
  const guards: Inspection['guards'] = []
  const imports = importsOf(source)
  for (const from of imports.modules)
    if (prismaModules.test(from)) faults.push(`imports the database client (${from})`)
  for (const statement of source.statements) {
    faults.push(...exportFaults(statement))
    if (!ts.isFunctionDeclaration(statement) || !isExported(statement)) continue
    const name = statement.name?.text
    if (name !== 'loader' && name !== 'action') continue
    const found = guardOf(statement, imports.names)
    if ('fault' in found) faults.push(`${name} ${found.fault}`)
    else guards.push({ name, ...found })
  }
  if (closedPlaces.test(file)) faults.push(...closedFaults(guards, faults))
  return { guards, faults }
}

/** A closed page answers for itself: what its layout asked protects nothing, because loaders run side by side. */
function closedFaults(guards: Inspection['guards'], faults: readonly string[]): string[] {
  if (faults.some((fault) => fault.startsWith('loader'))) return []
  const open = guards
    .filter(({ guard }) => guard === 'allowAnyone')
    .map(({ name }) => `${name} is open in a closed place`)
  const hasGuard = guards.some(({ guard }) => guard !== 'allowAnyone')
  return hasGuard ? open : [...open, 'has no guard of its own in a closed place']
}

function importsOf(source: ts.SourceFile): { modules: string[]; names: Map<string, string> } {
  const modules: string[] = []
  const names = new Map<string, string>()
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const from = statement.moduleSpecifier.text
    modules.push(from)
    const bindings = statement.importClause?.namedBindings
    if (!bindings || !ts.isNamedImports(bindings)) continue
    for (const one of bindings.elements) {
      const imported = one.propertyName?.text ?? one.name.text
      if (imported === one.name.text) names.set(imported, from)
    }
  }
  return { modules, names }
}

function exportFaults(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) return ['exports in another way than by a plain declaration']
  if (ts.isExportAssignment(statement))
    return ['exports its component in another way than by a plain declaration']
  if (!isExported(statement)) return []
  if (ts.isFunctionDeclaration(statement)) {
    const isDefault = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
    return nameFaults(isDefault ? 'default' : (statement.name?.text ?? ''))
  }
  if (!ts.isVariableStatement(statement)) return ['exports something that Remix does not know']
  return statement.declarationList.declarations.flatMap((declaration) => {
    if (!ts.isIdentifier(declaration.name)) return ['exports by taking something apart']
    const name = declaration.name.text
    if (name === 'loader' || name === 'action') return [`${name} is no function declaration`]
    return nameFaults(name)
  })
}

function nameFaults(name: string): string[] {
  return remixNames.has(name) ? [] : [`exports ${name}, which Remix does not know`]
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
  )
}

type Found = { guard: string; permission: string | null } | { fault: string }

/** The guard in the first statement, called with the request that came in. */
function guardOf(declaration: ts.FunctionDeclaration, names: ReadonlyMap<string, string>): Found {
  if (!takesRequest(declaration)) return { fault: 'does not take { request } as its argument' }
  const [first] = declaration.body?.statements ?? []
  const call = first ? callIn(first) : null
  if (!call || !ts.isIdentifier(call.call.expression)) return { fault: 'does not begin with a guard' }
  const guard = call.call.expression.text
  if (!(guard in guardModules)) return { fault: 'does not begin with a guard' }
  if (names.get(guard) !== guardModules[guard]) return { fault: `takes ${guard} from somewhere else` }
  if (guard !== 'allowAnyone' && !call.isAwaited) return { fault: `does not wait for ${guard}` }
  const [request, permission] = call.call.arguments
  if (!request || !ts.isIdentifier(request) || request.text !== 'request')
    return { fault: `does not hand ${guard} its request` }
  if (guard !== 'requireActor') return { guard, permission: null }
  if (!permission || !ts.isStringLiteral(permission) || !knownPermissions.has(permission.text)) {
    return { fault: 'names no permission of the table' }
  }
  return { guard, permission: permission.text }
}

function takesRequest(declaration: ts.FunctionDeclaration): boolean {
  const [parameter, ...more] = declaration.parameters
  if (!parameter || more.length > 0 || parameter.initializer || !ts.isObjectBindingPattern(parameter.name))
    return false
  return parameter.name.elements.some(
    (one) =>
      !one.propertyName && !one.initializer && ts.isIdentifier(one.name) && one.name.text === 'request',
  )
}

/** `f(…)`, `await f(…)` or `const x = await f(…)` as a whole statement. */
function callIn(statement: ts.Statement): { call: ts.CallExpression; isAwaited: boolean } | null {
  const expression = expressionOf(statement)
  if (!expression) return null
  if (ts.isCallExpression(expression)) return { call: expression, isAwaited: false }
  if (!ts.isAwaitExpression(expression) || !ts.isCallExpression(expression.expression)) return null
  return { call: expression.expression, isAwaited: true }
}

function expressionOf(statement: ts.Statement): ts.Expression | undefined {
  if (ts.isExpressionStatement(statement)) return statement.expression
  if (!ts.isVariableStatement(statement)) return undefined
  const [declaration, ...more] = statement.declarationList.declarations
  return more.length === 0 ? declaration?.initializer : undefined
}
