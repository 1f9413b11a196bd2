import type { FormFailure } from './form.server'

/** Name, content and fault of a field: what she typed when its form was refused, else `given`. */
export function fieldOf(
  failure: FormFailure | null,
  name: string,
  given?: string,
): { name: string; defaultValue: string | undefined; error: string | undefined } {
  return { name, defaultValue: failure?.values[name] ?? given, error: failure?.errors[name] }
}
