import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

/** The signed paper as a photograph: opens the telephone's camera where it has one. Works without scripts. */
export function PaperForm({ error }: { error: string | undefined }) {
  const { t } = useTranslator()
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <Field
        id="paper"
        name="paper"
        type="file"
        accept="image/*"
        capture="environment"
        label={t('mandate.paper')}
        hint={t('mandate.paperHint')}
        error={error}
      />
      <Button wide name="intent" value="paper">
        {t('mandate.paperSend')}
      </Button>
    </form>
  )
}
