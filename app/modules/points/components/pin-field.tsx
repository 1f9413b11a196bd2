import { Field, type FieldText } from '~/ui/field'

/** Four to six digits that nobody reads over her shoulder. The browser is asked to keep none of them. */
export function PinField({ name, ...text }: FieldText & { name: string }) {
  return (
    <Field
      {...text}
      name={name}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      required
      figures
    />
  )
}
