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
    const { values, errors, formError } = failure
    const isStale = Object.keys(errors).length === 0 && values.version !== String(open.version)
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
