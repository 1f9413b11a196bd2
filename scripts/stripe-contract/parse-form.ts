/** What `a[b][0][c]=v` says: texts in objects and arrays. */
type FormValue = string | FormValue[] | { [name: string]: FormValue }
export type Form = { [name: string]: FormValue }

/**
 * Reads Stripe's form encoding. The sandbox has a reader of its own; this one shares nothing with it, so that one mistake
 * is not made twice. Throws on names that do not fit together.
 */
export function parseForm(encoded: string): Form {
  const root: Form = Object.create(null) as Form
  for (const [name, text] of new URLSearchParams(encoded)) {
    const steps = name.replaceAll(']', '').split('[')
    const last = steps.pop() ?? ''
    const parent = steps.reduce((node, step) => childOf(node, step, name), root)
    const key = last === '' ? String(Object.keys(parent).length) : last
    if (key in parent) throw new Error(`${name} is said twice`)
    parent[key] = text
  }
  return Object.fromEntries(Object.entries(root).map(([key, value]) => [key, withArrays(value)]))
}

function childOf(parent: Form, step: string, name: string): Form {
  const key = step === '' ? String(Object.keys(parent).length) : step
  parent[key] ??= Object.create(null) as Form
  const child = parent[key]
  if (typeof child === 'string' || Array.isArray(child))
    throw new Error(`${name} is both a text and an object`)
  return child
}

/** An object whose names are 0, 1, 2 … is an array. */
function withArrays(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withArrays(inner)] as const)
  if (entries.every(([key], at) => key === String(at))) return entries.map(([, inner]) => inner)
  return Object.fromEntries(entries)
}
