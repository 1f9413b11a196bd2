import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { documentPath } from '../document-paths'
import type { ComingDocument } from '../find-coming-documents.server'

type ComingProps = { coming: readonly ComingDocument[] }

/** What will hold from a later day: said to whoever it concerns until that day. Nothing when nothing is coming. */
export function ComingDocuments({ coming }: ComingProps) {
  return coming.map((one) => (
    <Banner key={keyOf(one)} tone="info" className="mb-4">
      <p>
        <Announcement {...one} />
      </p>
    </Banner>
  ))
}

/** The same as quiet lines, where people are about something else. */
export function ComingLines({ coming, className }: ComingProps & { className: string }) {
  return coming.map((one) => (
    <p key={keyOf(one)} className={className}>
      <Announcement {...one} />
    </p>
  ))
}

const keyOf = ({ kind, version }: ComingDocument) => `${kind}-${version}`

function Announcement({ kind, version, from }: ComingDocument) {
  const { t, locale, href } = useTranslator()
  return (
    <>
      {t('documents.coming', { title: t(`documents.${kind}`), from: formatDay(locale, from, '') })}
      {t('common.gap')}
      <a className="link" href={href(documentPath[kind]({ version: String(version) }))}>
        {t('documents.comingRead')}
      </a>
    </>
  )
}
