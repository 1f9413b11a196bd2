import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'

/** One more piece like this one. */
export function CopyForm() {
  const { t } = useTranslator()
  return (
    <form method="post" className="pt-8">
      <Button wide name="intent" value="copy">
        {t('studio.copyPiece')}
      </Button>
      <p className="field-hint">{t('studio.copyPieceHint')}</p>
    </form>
  )
}
