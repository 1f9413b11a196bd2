/** Joins the class names that apply; false, null, undefined and '' are left out. */
export function classNames(...names: ReadonlyArray<string | false | null | undefined>): string {
  return names.filter((name): name is string => Boolean(name)).join(' ')
}
