import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { documentPath } from '../document-paths'
import type { ComingDocument } from '../find-coming-documents.server'

/** What will hold from a later day: said to whoever it concerns until that day. Nothing when nothing is coming. */
export function ComingDocuments({ coming }: { coming: readonly ComingDocument[] }) {
  const { t, locale, href } = useTranslator()
  return coming.map(({ kind, version, from }) => (
    <Banner key={`${kind}-${version}`} tone="info" className="mb-4">
      <p>
        {t('documents.coming', { title: t(`documents.${kind}`), from: formatDay(locale, from, '') })}
        {t('common.gap')}
        <a className="link" href={href(documentPath[kind]({ version: String(version) }))}>
          {t('documents.comingRead')}
        </a>
      </p>
    </Banner>
  ))
}
