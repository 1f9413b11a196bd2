import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field, SelectField } from '~/ui/field'
import { type AuditGroup, auditGroups, groupTitle, isAuditGroup } from '../audit-groups'
import type { AuditPlace } from '../find-audit-places.server'

type AuditFilterProps = {
  here: string
  who: string
  act: AuditGroup | null
  from: string | null
  to: string | null
  place: string | null
  about: string | null
  places: AuditPlace[]
}

/** What the record is searched by; works without script. */
export function AuditFilter({ here, who, act, from, to, place, about, places }: AuditFilterProps) {
  const { t, locale } = useTranslator()
  const groups = Object.keys(auditGroups).filter(isAuditGroup)
  return (
    <form method="get" action={here} className="desk-acts items-end">
      <Field id="who" name="who" label={t('audit.who')} defaultValue={who} maxLength={40} />
      <SelectField
        id="act"
        name="act"
        label={t('audit.act')}
        defaultValue={act ?? ''}
        choices={[
          { value: '', text: t('audit.actAny') },
          ...groups.map((group) => ({ value: group, text: t(groupTitle[group]) })),
        ]}
      />
      <SelectField
        id="place"
        name="place"
        label={t('audit.place')}
        defaultValue={place ?? ''}
        choices={[
          { value: '', text: t('audit.placeAny') },
          ...places.map(({ id, zh, en }) => ({ value: id, text: locale === 'en' ? en : zh })),
        ]}
      />
      <Field id="from" name="from" type="date" figures label={t('audit.from')} defaultValue={from ?? ''} />
      <Field id="to" name="to" type="date" figures label={t('audit.to')} defaultValue={to ?? ''} />
      {about ? <input type="hidden" name="about" value={about} /> : null}
      <Button>{t('audit.find')}</Button>
      <a className="link link-line" href={here}>
        {t('audit.all')}
      </a>
    </form>
  )
}
