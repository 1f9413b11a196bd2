import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** One HTTP call that a method of an SDK resource makes. */
export interface SdkCall {
  className: string
  methodName: string
  verb: string
  path: string
}

/** Reads out of a compiled resource (`esm/resources/X.js`) which methods make which HTTP calls. */
export function readCalls(file: string): SdkCall[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const calls: SdkCall[] = []
  for (const statement of source.statements) {
    if (!ts.isClassDeclaration(statement) || statement.name === undefined) continue
    for (const member of statement.members) {
      if (!ts.isMethodDeclaration(member)) continue
      const owner = { className: statement.name.text, methodName: member.name.getText(source) }
      for (const call of requestsIn(member)) calls.push({ ...owner, ...call })
    }
  }
  return calls
}

function requestsIn(node: ts.Node): { verb: string; path: string }[] {
  const found: { verb: string; path: string }[] = []
  const visit = (inner: ts.Node) => {
    if (ts.isCallExpression(inner) && isMakeRequest(inner.expression)) {
      const [verb, path] = inner.arguments
      if (verb === undefined || !ts.isStringLiteral(verb) || path === undefined) {
        throw new Error(`A request that cannot be read: ${inner.getText().slice(0, 80)}`)
      }
      found.push({ verb: verb.text, path: templateOf(path) })
    }
    ts.forEachChild(inner, visit)
  }
  visit(node)
  return found
}

function isMakeRequest(callee: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(callee) && callee.name.text === '_makeRequest'
}

/** `/v1/refunds/${encodeURIComponent(id)}` becomes `/v1/refunds/{id}`. */
function templateOf(path: ts.Expression): string {
  if (ts.isStringLiteralLike(path)) return path.text
  if (!ts.isTemplateExpression(path)) throw new Error(`A path that cannot be read: ${path.getText()}`)
  return path.templateSpans.reduce(
    (text, { expression, literal }) => `${text}{${nameOf(expression)}}${literal.text}`,
    path.head.text,
  )
}

function nameOf(expression: ts.Expression): string {
  const [argument] = ts.isCallExpression(expression) ? expression.arguments : []
  return (argument ?? expression).getText()
}
