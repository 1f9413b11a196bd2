import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { SelectField } from '~/ui/field'
import type { DeskHandover as Found, HandoverView } from '../find-handovers.server'
import { HeirFields } from './heir-fields'

type Props = {
  handover: Found
  /** who owns it today and may be seen from here */
  owners: { personId: string; name: string | null }[]
  failure: FormFailure | null
}

/** A shop that may change its owner: what waits for both, or the folded form that proposes it. */
export function DeskHandover({ handover: { open, last, toPhone }, owners, failure }: Props) {
  const { t, locale } = useTranslator()
  return (
    <section className="desk-section" aria-labelledby="handover">
      <h2 id="handover">{t('handover.deskTitle')}</h2>
      {last?.doneAt ? (
        <p className="pb-3">
          {t('handover.last', {
            from: last.fromName,
            to: last.toName,
            day: formatInstant(locale, new Date(last.doneAt)),
          })}
        </p>
      ) : null}
      {open ? (
        <Waiting open={open} phone={toPhone} />
      ) : owners.length > 0 ? (
        <>
          <p className="quiet pb-3">{t('handover.deskLead')}</p>
          <Folded summary={t('handover.propose')} isOpen={failure !== null}>
            <ProposeForm owners={owners} failure={failure} />
          </Folded>
        </>
      ) : null}
    </section>
  )
}

function Waiting({ open, phone }: { open: HandoverView; phone: string | null }) {
  const { t, locale } = useTranslator()
  const standing = (name: string, at: string | null) =>
    at
      ? t('handover.agreedBy', { name, day: formatInstant(locale, new Date(at)) })
      : t('handover.notYet', { name })
  return (
    <DecideForm
      title={t('handover.waits')}
      act={t('handover.end')}
      intent="handover-end"
      hidden={{ handoverId: open.id }}
    >
      <p>{t('handover.waitsLine', { from: open.fromName, to: open.toName, phone: phone ?? '' })}</p>
      <p>{t('handover.endsBy', { day: formatInstant(locale, new Date(open.endsAt)) })}</p>
      <ul>
        <li>{standing(open.fromName, open.fromAgreedAt)}</li>
        <li>{standing(open.toName, open.toAgreedAt)}</li>
      </ul>
      <p className="quiet">{t('handover.note_from', { note: open.note })}</p>
    </DecideForm>
  )
}

function ProposeForm({ owners, failure }: Pick<Props, 'owners' | 'failure'>) {
  const { t } = useTranslator()
  return (
    <DecideForm act={t('handover.propose')} intent="handover" kind="seal">
      <SelectField
        id="fromPersonId"
        label={t('handover.from')}
        {...fieldOf(failure, 'fromPersonId', owners[0]?.personId)}
        choices={owners.map(({ personId, name }) => ({ value: personId, text: name ?? '—' }))}
      />
      <HeirFields failure={failure} />
    </DecideForm>
  )
}
