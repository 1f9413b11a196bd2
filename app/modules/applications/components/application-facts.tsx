import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type SpecItem, SpecList } from '~/ui/spec-list'
import type { DeskApplication } from '../get-application.server'

/** What the applicant said, and where what hangs on it stands. */
export function ApplicationFacts({ application }: { application: DeskApplication }) {
  const { t, locale, href } = useTranslator()
  const { id, place, craft, years, licence, photos, consents } = application
  const isEnglish = locale === 'en'
  const file = (attachmentId: string) => href(paths.deskApplicationFile({ applicationId: id, attachmentId }))
  const items: SpecItem[] = [
    { term: t('joining.factName'), detail: application.realName },
    {
      term: t('joining.factNumber'),
      detail: <span className="num">{application.maskedNumber}</span>,
    },
    { term: t('joining.factPhone'), detail: <span className="num">{application.maskedPhone}</span> },
    { term: t('joining.factPlace'), detail: isEnglish ? place.en : place.zh },
    {
      term: t('joining.factCraft'),
      detail: t('joining.craftYears', { craft: isEnglish ? craft.en : craft.zh, count: years }),
    },
    {
      term: t('joining.factPhotos'),
      detail: (
        <span className="flex flex-wrap gap-4">
          {photos.map((attachmentId, at) => (
            <a
              key={attachmentId}
              className="link link-line my-[-0.6875rem]"
              href={file(attachmentId)}
              target="_blank"
              rel="noopener"
            >
              {t('joining.seePhoto', { at: at + 1 })}
            </a>
          ))}
        </span>
      ),
    },
    ...(licence
      ? [
          {
            term: t('joining.factLicence'),
            detail: (
              <>
                {licence.name} · <span className="num">{licence.code}</span> ·{' '}
                {licence.until
                  ? t('joining.licenceTo', { day: formatDay(locale, licence.until, '') })
                  : t('joining.licenceForever')}
                {licence.photoId ? (
                  <>
                    {' · '}
                    <a className="link link-line" href={file(licence.photoId)} target="_blank" rel="noopener">
                      {t('joining.seeLicence')}
                    </a>
                  </>
                ) : null}
              </>
            ),
          },
        ]
      : []),
    ...(application.declaredVersion === null
      ? []
      : [
          {
            term: t('joining.factDeclared'),
            detail: t('joining.declaredVersion', { version: application.declaredVersion }),
          },
        ]),
    ...(application.householdClaim
      ? [
          {
            term: t('joining.factHousehold'),
            detail: [t(`joining.household_${application.householdClaim}`), application.householdWords]
              .filter(Boolean)
              .join(' · '),
          },
        ]
      : []),
    {
      term: t('joining.factConsents'),
      detail:
        consents.length === 0
          ? t('joining.nothingPublic')
          : consents.map((purpose) => t(`consents.what_${purpose}`)).join(' · '),
    },
  ]
  return (
    <section className="desk-section">
      <h2>{t('joining.factsTitle')}</h2>
      <SpecList items={items} />
    </section>
  )
}
