import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import type { CraftField } from '~/modules/catalog/craft-template'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { fieldsIn, isAttribute, type PocketField, type PocketValues } from '../pocket-fields'
import { pocketAnswer, pocketTitle } from '../pocket-titles'
import type { KeptDraft } from '../store'

type PocketFormProps = {
  draft: KeptDraft
  fields: readonly PocketField[]
  asks: readonly CraftField[]
  onWrite: (typed: PocketValues) => void
  onChoose: (field: PocketField, isHers: boolean) => void
  children: ReactNode
}

/** how long after the last key what she typed is on the device; leaving the field keeps it at once */
const restMs = 250

/** A form whose every key is kept on the device. What another device wrote appears in the fields that she is not in. */
export function PocketForm({ draft, fields, asks, onWrite, onChoose, children }: PocketFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<number | undefined>(undefined)
  const write = useRef<() => void>(() => {})
  /** what each field was filled with or last written from: only what differs is hers */
  const shown = useRef<PocketValues>(draft.typed)
  write.current = () => {
    window.clearTimeout(timer.current)
    if (!form.current) return
    const typed = typedIn(form.current, fields)
    const changed = namesIn(form.current, fields).filter(
      (field) => field in typed && typed[field] !== (shown.current[field] ?? ''),
    )
    if (changed.length === 0) return
    const written = Object.fromEntries(changed.map((field) => [field, typed[field]]))
    shown.current = { ...shown.current, ...written }
    onWrite(written)
  }
  useEffect(() => {
    const flush = () => write.current()
    window.addEventListener('pagehide', flush)
    return () => window.removeEventListener('pagehide', flush)
  }, [])
  useEffect(() => {
    if (!form.current) return
    const others = namesIn(form.current, fields).filter(
      (field) => !isIn(form.current?.elements.namedItem(field)),
    )
    fillIn(form.current, others, draft.typed)
    shown.current = {
      ...shown.current,
      ...Object.fromEntries(others.map((field) => [field, draft.typed[field] ?? ''])),
    }
  }, [draft.typed, fields])
  const hear = (event: FormEvent) => {
    window.clearTimeout(timer.current)
    if (event.type === 'change') write.current()
    else timer.current = window.setTimeout(() => write.current(), restMs)
  }
  return (
    <form
      ref={form}
      className="studio-form"
      onInput={hear}
      onChange={hear}
      onSubmit={(event) => event.preventDefault()}
    >
      <Clashes draft={draft} fields={fields} asks={asks} onChoose={onChoose} />
      {children}
    </form>
  )
}

/** The fields of a step, with what the craft asks of it now. */
function namesIn(form: HTMLFormElement, fields: readonly PocketField[]): PocketField[] {
  const names = [...form.elements].map((control) => control.getAttribute('name') ?? '')
  return [...fields, ...names.filter(isAttribute)]
}

/** Whether she is in this field now. */
function isIn(control: Element | RadioNodeList | null | undefined): boolean {
  const { activeElement } = document
  if (control instanceof RadioNodeList) return [...control].some((one) => one === activeElement)
  return control === activeElement && control !== null
}

function typedIn(form: HTMLFormElement, fields: readonly PocketField[]): PocketValues {
  const typed = new FormData(form)
  return Object.fromEntries(
    namesIn(form, fields).flatMap((field) => {
      const isAsked = form.elements.namedItem(field) !== null
      return isAsked ? [[field, String(typed.get(field) ?? '')]] : []
    }),
  )
}

function fillIn(form: HTMLFormElement, fields: readonly PocketField[], values: PocketValues): void {
  for (const field of fields) {
    const control = form.elements.namedItem(field)
    const value = values[field] ?? ''
    if (control instanceof RadioNodeList) control.value = value
    else if (control instanceof HTMLInputElement && control.type === 'checkbox')
      control.checked = value === 'on'
    else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    )
      control.value = value
  }
}

/** Fields that another device wrote differently: both writings, and one tap for either. */
function Clashes({ draft, fields, asks, onChoose }: Omit<PocketFormProps, 'onWrite' | 'children'>) {
  const { t, locale } = useTranslator()
  const naming = { t, locale, asks }
  const isWords = fields.includes('craftCode')
  return (
    <>
      {fieldsIn(draft.clashes)
        .filter(
          (field) =>
            draft.clashes[field] !== undefined && (fields.includes(field) || (isWords && isAttribute(field))),
        )
        .map((field) => {
          const theirs = draft.clashes[field] ?? ''
          return (
            <Banner key={field} tone="wrong" role="alert" className="mb-5">
              <p>
                <b>{pocketTitle(naming, field)}</b>
              </p>
              <p>
                {theirs === ''
                  ? t('pocket.clashEmpty')
                  : t('pocket.clashTheirs', { text: pocketAnswer(naming, field, theirs) })}
              </p>
              <div className="flex flex-wrap gap-3 pt-2">
                <Button kind="line" type="button" onClick={() => onChoose(field, true)}>
                  {t('pocket.clashKeepMine')}
                </Button>
                <Button kind="line" type="button" onClick={() => onChoose(field, false)}>
                  {t('pocket.clashTakeTheirs')}
                </Button>
              </div>
            </Banner>
          )
        })}
    </>
  )
}
