import { useApplicationRows } from '~/modules/applications/components/application-table'
import { claimText } from '~/modules/claims/claim-view'
import { paths } from '~/paths'
import { type Day, dayOf } from '~/platform/calendar'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { QueueRow } from '~/ui/queue-table'
import type { TodayPeople } from '../find-today-people.server'

const dayLength = 24 * 60 * 60 * 1000

/** Of whoever has no region. */
const nobody: TodayPeople = {
  applications: [],
  applicationCount: 0,
  verifications: [],
  verificationCount: 0,
  corrections: [],
  correctionCount: 0,
  consents: [],
  consentCount: 0,
}

/** Rows of today's queue about people. */
export function usePeopleRows(found: TodayPeople | null, today: Day): QueueRow[] {
  const people = found ?? nobody
  const { t, locale, href } = useTranslator()
  const applications = useApplicationRows(people.applications)
  const inWords = (words: { zh: string; en: string }) => (locale === 'en' ? words.en : words.zh)
  const records = href(paths.deskRecords())
  const waited = (since: Day) =>
    t('desk.waitedDays', {
      count: Math.max(0, Math.round((Date.parse(today) - Date.parse(since)) / dayLength)),
    })
  return [
    ...applications,
    ...people.verifications.map(
      ({ sellerId, name, place, isOver, daysLeft, renewalId, claim }): QueueRow => ({
        key: `verification-${sellerId}`,
        badge: { tone: renewalId ? 'waiting' : 'plain', text: t('records.matter') },
        title: inWords(name),
        href: records,
        detail: (
          <>
            {t(renewalId ? 'records.hersDone' : 'records.hersFirst')}
            {claim ? <span className="queue-claim">{claimText(t, claim)}</span> : null}
          </>
        ),
        late: isOver,
        where: inWords(place),
        waited: isOver ? t('records.isOver') : t('records.daysLeft', { count: daysLeft }),
        action: { href: records, text: t('records.lookAct') },
      }),
    ),
    ...people.corrections.map(
      ({ id, name, field, place, askedOn, claim }): QueueRow => ({
        key: `correction-${id}`,
        badge: { tone: 'hers', text: t('records.matterCorrection') },
        title: `${name ?? '—'} · ${t(`records.field_${field}`)}`,
        href: records,
        detail: claim ? <span className="queue-claim">{claimText(t, claim)}</span> : undefined,
        where: inWords(place),
        waited: waited(askedOn),
        action: { href: records, text: t('records.lookAct') },
      }),
    ),
    ...people.consents.map(({ key, sellerId, nameZh, nameEn, place, why, since }): QueueRow => {
      const seller = href(paths.deskSeller({ sellerId }))
      return {
        key: `consent-${key}`,
        badge: { tone: 'plain', text: t('records.matterConsent') },
        title: inWords({ zh: nameZh, en: nameEn }),
        href: seller,
        detail: t(why === 'mandate' ? 'records.consentDetail' : 'records.consentTextOld'),
        who: <span>{t('records.consentWho')}</span>,
        where: inWords(place),
        waited: waited(dayOf(new Date(since))),
        action: { href: seller, text: t('records.lookAct') },
      }
    }),
  ]
}

/** Their counts; what does not wait is left out. */
export function usePeopleTally(found: TodayPeople | null) {
  const people = found ?? nobody
  const { t, href } = useTranslator()
  return [
    {
      count: people.applicationCount,
      text: t('today.tallyApplications'),
      href: href(paths.deskApplications()),
    },
    {
      count: people.verificationCount,
      text: t('records.tallyVerifications'),
      href: href(paths.deskRecords()),
    },
    { count: people.correctionCount, text: t('records.tallyCorrections'), href: href(paths.deskRecords()) },
    { count: people.consentCount, text: t('records.tallyConsents'), href: '#queue' },
  ].filter(({ count }) => count > 0)
}
