import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useSyncExternalStore,
} from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

/** What every field shares. `id` must be unique on the page; the error banner links to it. */
export type FieldText = {
  id: string
  label: ReactNode
  /** Stands at the right of the label: "可不填" on what may be left empty. There are no asterisks. */
  mark?: string
  hint?: ReactNode
  /** One sentence that says what is wrong and what is right: "手机号是 11 位，现在是 10 位。" */
  error?: ReactNode
}

/** The ids of hint and error, for aria-describedby of a control that is not one of those below. */
export function describedBy({ id, hint, error }: FieldText): string | undefined {
  return classNames(Boolean(error) && `${id}-error`, Boolean(hint) && `${id}-hint`) || undefined
}

type FieldShellProps = FieldText & { className?: string; children: ReactNode }

/** Label above, control, error, hint. For controls of one's own; ready ones are below. */
export function FieldShell({ id, label, mark, hint, error, className, children }: FieldShellProps) {
  return (
    <div className={classNames('field', Boolean(error) && 'field-wrong', className)}>
      <label className="field-label" htmlFor={id}>
        <span>{label}</span>
        {mark ? <span className="field-mark">{mark}</span> : null}
      </label>
      {children}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

/** The sentence beside a field that has to be changed. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  )
}

type FieldProps = FieldText & {
  /** Short words or a unit inside the box, before and after what is typed: "¥", "克", "天". */
  prefix?: string
  suffix?: string
  /** Tabular figures for numbers, telephone numbers and dates. */
  figures?: boolean
  className?: string
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'prefix' | 'className'>

/** One line of text. What she typed stays: give it back as `defaultValue`. */
export function Field({
  id,
  label,
  mark,
  hint,
  error,
  prefix,
  suffix,
  figures,
  className,
  ...input
}: FieldProps) {
  const text = { id, label, mark, hint, error }
  const control = (
    <input
      id={id}
      className={classNames('box', figures && 'num')}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(text)}
      {...input}
    />
  )
  return (
    <FieldShell {...text} className={className}>
      {prefix || suffix ? (
        <span className="box-group">
          {prefix ? <span className="box-affix">{prefix}</span> : null}
          {control}
          {suffix ? <span className="box-affix">{suffix}</span> : null}
        </span>
      ) : (
        control
      )}
    </FieldShell>
  )
}

type TextareaFieldProps = FieldText & { className?: string } & Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'id' | 'className'
  >

const never = () => () => {}

/** A page that comes alive would write what it was rendered with over what she has typed by then: in a box with several lines, that stays. */
function useStanding(id: string, written: TextareaFieldProps['defaultValue']) {
  const isComingAlive = useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
  if (!isComingAlive || typeof document === 'undefined') return written
  const box = document.getElementById(id)
  return box instanceof HTMLTextAreaElement ? box.value : written
}

/** A browser cuts off unsaid what is pasted beyond a box's length: a longer text is taken, for the answer to say how much of it is too much. */
const roomBeyond = 4

/** Several lines of text, about `maxLength` characters at most. */
export function TextareaField({
  id,
  label,
  mark,
  hint,
  error,
  className,
  defaultValue,
  maxLength,
  ...textarea
}: TextareaFieldProps) {
  const text = { id, label, mark, hint, error }
  const standing = useStanding(id, defaultValue)
  return (
    <FieldShell {...text} className={className}>
      <textarea
        id={id}
        className="box box-lines"
        rows={3}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(text)}
        {...(textarea.value === undefined ? { defaultValue: standing } : {})}
        maxLength={maxLength === undefined ? undefined : maxLength * roomBeyond}
        {...textarea}
      />
    </FieldShell>
  )
}

/** A choice in a select; `value` '' is the empty one. */
export type SelectChoice = { value: string; text: string; disabled?: boolean }

type SelectFieldProps = FieldText & { choices: ReadonlyArray<SelectChoice>; className?: string } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    'id' | 'className'
  >

/** One of many. For two to six visible choices prefer ticks or option tiles. */
export function SelectField({
  id,
  label,
  mark,
  hint,
  error,
  choices,
  className,
  ...select
}: SelectFieldProps) {
  const text = { id, label, mark, hint, error }
  return (
    <FieldShell {...text} className={className}>
      <select
        id={id}
        className="box box-select"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(text)}
        {...select}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.text}
          </option>
        ))}
      </select>
    </FieldShell>
  )
}
