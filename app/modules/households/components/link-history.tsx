import { paths } from '~/paths'
import { dayOf } from '~/platform/calendar'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { type Column, Table } from '~/ui/table'
import type { LinkView } from '../find-links.server'
import { dayRange, fullDay } from './day-range'
import { StaffText } from './staff-text'

/** Where income counted and counts, with evidence and signatures; with `names` the people are told apart. */
export function LinkHistory({ links, names }: { links: LinkView[]; names?: Map<string, string> }) {
  const { t, locale } = useTranslator()
  const columns: Column<LinkView>[] = [
    ...(names ? [whoColumn(names, t('household.columnName'), t('household.hidden'))] : []),
    {
      key: 'where',
      header: t('household.columnWhere'),
      rowHeader: true,
      cell: (link) => (
        <>
          <LinkTarget link={link} />
          <span className="queue-note">{dayRange(t, locale, link)}</span>
        </>
      ),
    },
    { key: 'evidence', header: t('household.columnEvidence'), cell: (link) => <Evidence link={link} /> },
    { key: 'verified', header: t('household.columnVerified'), cell: (link) => <Signature link={link} /> },
  ]
  return (
    <Table
      caption={t('household.links')}
      captionHidden
      columns={columns}
      rows={links}
      rowKey={({ id }) => id}
    />
  )
}

function whoColumn(names: Map<string, string>, header: string, hidden: string): Column<LinkView> {
  return {
    key: 'who',
    header,
    cell: ({ personId }) => <StaffText text={names.get(personId) ?? null} without={hidden} />,
  }
}

/** The household that a link names, the answer that there is none, or that it lies elsewhere. */
export function LinkTarget({ link: { householdId, householdCode, memberId } }: { link: LinkView }) {
  const { t, href } = useTranslator()
  if (!memberId) return <>{t('household.notRegistered')}</>
  if (!householdId || !householdCode) return <span className="quiet">{t('household.linkHidden')}</span>
  return (
    <a className="link num nowrap" href={href(paths.deskHousehold({ householdId }))}>
      {t('household.one', { code: householdCode })}
    </a>
  )
}

function Evidence({ link: { evidence, endReason } }: { link: LinkView }) {
  const { t } = useTranslator()
  return (
    <>
      <span lang="zh-CN">{evidence}</span>
      {endReason ? (
        <span className="queue-note">{t('household.endedBecause', { reason: endReason })}</span>
      ) : null}
    </>
  )
}

function Signature({ link: { verifiedAt, verifiedBy } }: { link: LinkView }) {
  const { t, locale } = useTranslator()
  if (!verifiedAt) return <Badge tone="waiting">{t('household.waits')}</Badge>
  const day = fullDay(locale, dayOf(new Date(verifiedAt)))
  return <>{verifiedBy ? t('household.verifiedBy', { day, who: verifiedBy }) : day}</>
}
