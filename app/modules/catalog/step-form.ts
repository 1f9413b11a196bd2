import type { FormFailure } from '~/platform/form.server'
import type { OpenListing } from './get-listing.server'
import type { ListingStep } from './listing-limits'

/** What a step's form shows: what stands in each field, and the sentence beside it. Field names are the ids of the fields. */
export type StepForm = {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  formError: string | null
  /** another page has saved since: what she typed is in `values`, what is saved now in `stored` */
  isStale: boolean
  stored: Readonly<Record<string, string>>
  /** everything in the fields is saved; errors say what is still missing */
  isSaved: boolean
}

/**
 * A step's form: after a refusal what she typed with its faults, else what is saved, and when she wanted to go on (`isAsked`), what the step still lacks.
 */
export function stepForm({
  step,
  stored,
  open,
  failure,
  isAsked,
}: {
  step: ListingStep
  stored: Record<string, string>
  open: OpenListing
  failure: FormFailure | undefined
  isAsked: boolean
}): StepForm {
  if (failure) {
    const { errors, formError } = failure
    const isStale = Object.keys(errors).length === 0 && failure.values.version !== String(open.written)
    const values = isStale ? keepFilled(failure.values, stored) : failure.values
    return { values, errors, formError, isStale, stored, isSaved: false }
  }
  const lacking = isAsked ? open.faults.filter((fault) => fault.step === step) : []
  const errors = Object.fromEntries(lacking.map(({ field, text }) => [fieldName(field), text]))
  return { values: stored, errors, formError: null, isStale: false, stored, isSaved: true }
}

/** The price is typed in yuan under another name than the fen that are kept. */
function fieldName(field: string): string {
  return field === 'priceFen' ? 'price' : field
}

/** After a clash, a field she left empty takes what the other page has saved: most likely she never looked at it. */
function keepFilled(typed: Record<string, string>, stored: Record<string, string>): Record<string, string> {
  const filled = Object.entries(typed).filter(([, text]) => text !== '')
  return { ...typed, ...stored, ...Object.fromEntries(filled) }
}

/** What another page has saved in a field where she typed something else; null when there is no clash. */
export function clashOf(form: StepForm, name: string): string | null {
  const stored = form.stored[name] ?? ''
  return form.isStale && stored !== (form.values[name] ?? '') ? stored : null
}
