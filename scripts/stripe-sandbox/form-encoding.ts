import { invalidRequest } from './errors'

/** What Stripe reads out of `a[b][0][c]=v`: texts, in objects and arrays. */
type FormValue = string | FormObject | FormValue[]
export interface FormObject {
  [name: string]: FormValue
}

const MAX_PAIRS = 2000
const MAX_DEPTH = 8

interface Node {
  text: string | undefined
  children: Map<string, Node>
}

/** Parses a body or a query string in Stripe's form encoding. Refuses names that do not fit together. */
export function parseForm(encoded: string): FormObject {
  const root: Node = { text: undefined, children: new Map() }
  const pairs = [...new URLSearchParams(encoded)]
  if (pairs.length > MAX_PAIRS) throw invalidRequest('Too many parameters.')
  for (const [name, text] of pairs) place(root, name, text)
  return objectOf(root)
}

/** The same fields in the same order whatever order they came in: two requests are equal when these are. */
export function canonicalForm(encoded: string): string {
  const params = new URLSearchParams(encoded)
  params.sort()
  return params.toString()
}

function place(root: Node, name: string, text: string): void {
  if (!/^[^[\]]+(\[[^[\]]*\])*$/.test(name))
    throw invalidRequest(`Invalid parameter name: ${name}`, { param: name })
  const steps = name.replaceAll(']', '').split('[')
  if (steps.length > MAX_DEPTH || steps.includes('__proto__')) {
    throw invalidRequest(`Invalid parameter name: ${name}`, { param: name })
  }
  let node = root
  for (const step of steps) {
    const key = step === '' ? String(node.children.size) : step
    const next = node.children.get(key) ?? { text: undefined, children: new Map<string, Node>() }
    node.children.set(key, next)
    node = next
  }
  node.text = text
}

function readNode(node: Node): FormValue {
  if (node.children.size === 0) return node.text ?? ''
  const entries = [...node.children]
  if (!entries.every(([key]) => /^\d+$/.test(key))) return objectOf(node)
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => readNode(child))
}

function objectOf(node: Node): FormObject {
  return Object.fromEntries([...node.children].map(([key, child]) => [key, readNode(child)]))
}
