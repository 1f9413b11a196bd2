import { describedBy, FieldShell, type FieldText } from './field'

type CodeInputProps = FieldText & { name: string; defaultValue?: string; autoFocus?: boolean }

/** A six-digit code, drawn as six stitches but one field: it can be pasted and is filled in from the message. */
export function CodeInput({ id, label, mark, hint, error, name, defaultValue, autoFocus }: CodeInputProps) {
  const text = { id, label, mark, hint, error }
  return (
    <FieldShell {...text} className="code-field">
      <input
        id={id}
        name={name}
        className="code-input"
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9０-９]{6}"
        maxLength={6}
        required
        defaultValue={defaultValue}
        // biome-ignore lint/a11y/noAutofocus: the page exists for this one field, which the sender's message fills in
        autoFocus={autoFocus}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(text)}
      />
    </FieldShell>
  )
}
