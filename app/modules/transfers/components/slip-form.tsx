import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

/** Hands in the slip; what is wrong with the file stands beside it. */
export function SlipForm({ isAgain, error }: { isAgain: boolean; error: string | undefined }) {
  const { t } = useTranslator()
  return (
    <form method="post" encType="multipart/form-data" className="pay-way" noValidate>
      <h2>{t(isAgain ? 'transfer.slipAgain' : 'transfer.slipTitle')}</h2>
      <Field
        id="slip"
        name="slip"
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        label={t('transfer.slipLabel')}
        hint={t('transfer.slipHint')}
        error={error}
        required
      />
      <Button kind="seal" wide name="intent" value="slip">
        {t('transfer.slipAct')}
      </Button>
    </form>
  )
}
