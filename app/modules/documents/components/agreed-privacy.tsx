import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'

/** Where it says what becomes of what is typed into a form. */
export function AgreedPrivacy() {
  const { t, href } = useTranslator()
  return (
    <p className="field-hint">
      {t('documents.readPrivacy') + t('common.gap')}
      <a className="link" href={href(paths.privacy())}>
        {t('documents.privacy')}
      </a>
    </p>
  )
}
