import { Form } from '@remix-run/react'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field, SelectField } from '~/ui/field'
import sendOnce from '~/ui/send-once.js?url'
import { UnsentHere } from './unsent-here'

type OpenFormProps = {
  places: readonly { value: string; text: string }[]
  failure: FormFailure | null
}

/** Turns the device in her hand into a service point. */
export function OpenForm({ places, failure }: OpenFormProps) {
  const { t } = useTranslator()
  return (
    <Form method="post" noValidate reloadDocument className="max-w-[40rem]">
      <script type="module" src={sendOnce} />
      <UnsentHere />
      <Field
        id="name"
        name="name"
        label={t('point.name')}
        hint={t('point.nameHint')}
        error={failure?.errors.name}
        defaultValue={failure?.values.name}
        autoComplete="off"
      />
      <SelectField
        id="place"
        name="place"
        label={t('point.place')}
        choices={places.map(({ value, text }) => ({ value, text }))}
        error={failure?.errors.place}
        defaultValue={failure?.values.place}
      />
      <Button kind="seal" name="intent" value="open">
        {t('point.open')}
      </Button>
    </Form>
  )
}
