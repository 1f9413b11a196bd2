import { paths } from '~/paths'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import { absenceKinds, absenceWords } from '../absence'
import type { AbsenceView } from '../find-absence.server'
import type { HandoverView } from '../find-handovers.server'
import { HeirFields } from './heir-fields'

type WaitingProps = {
  absence: AbsenceView
  open: HandoverView
  phone: string | null
  failure: FormFailure | null
}

/** What waits without its owner's word: the paper, how far it is, and for the city its word. */
export function WaitingAbsence({ absence, open, phone, failure }: WaitingProps) {
  const { t, locale, href } = useTranslator()
  const day = (instant: string) => formatInstant(locale, new Date(instant))
  const { handoverId, objectUntil } = absence
  return (
    <section className="decide">
      <h2>{t(absenceWords[absence.kind])}</h2>
      <p>{t('handover.waitsLine', { from: open.fromName, to: open.toName, phone: phone ?? '' })}</p>
      <p>
        {objectUntil
          ? t('absence.approved', { who: absence.approvedBy ?? '', day: day(objectUntil) })
          : t('absence.waitsCity', { day: day(absence.approveBy) })}
      </p>
      <p>
        {absence.fromPhone
          ? t('absence.toldAt', { name: open.fromName, phone: absence.fromPhone })
          : t('absence.noPhone', { name: open.fromName })}
      </p>
      <p>
        {open.toAgreedAt
          ? t('handover.agreedBy', { name: open.toName, day: day(open.toAgreedAt) })
          : t('handover.notYet', { name: open.toName })}
      </p>
      <p className="quiet">
        {t('handover.note_from', { note: open.note })}
        <br />
        {t('absence.proposedBy', { who: absence.proposedBy ?? '' })}
      </p>
      <p>
        <a className="link" href={href(paths.deskAbsencePaper({ handoverId }))}>
          {t('absence.openPaper')}
        </a>
      </p>
      {absence.mayApprove ? (
        <form method="post" className="pt-8" noValidate>
          <input type="hidden" name="handoverId" value={handoverId} />
          <TickGroup id="looked" legend={t('absence.approve')} error={failure?.errors.looked}>
            <Tick type="checkbox" name="looked" value="yes">
              {t('absence.looked')}
            </Tick>
          </TickGroup>
          <Button kind="seal" name="intent" value="approve">
            {t('absence.approve')}
          </Button>
        </form>
      ) : null}
      <form method="post" className="pt-4">
        <input type="hidden" name="handoverId" value={handoverId} />
        <Button kind="line" name="intent" value="end">
          {t(absence.mayApprove ? 'absence.refuse' : 'absence.end')}
        </Button>
      </form>
    </section>
  )
}

type ProposeProps = { owners: { personId: string; name: string | null }[]; failure: FormFailure | null }

/** Which owner, why, who takes it over, and the paper. */
export function ProposeAbsence({ owners, failure }: ProposeProps) {
  const { t } = useTranslator()
  return (
    <DecideForm act={t('absence.propose')} intent="propose" kind="seal" isUpload>
      <SelectField
        id="fromPersonId"
        label={t('handover.from')}
        {...fieldOf(failure, 'fromPersonId', owners[0]?.personId)}
        choices={owners.map(({ personId, name }) => ({ value: personId, text: name ?? '—' }))}
      />
      <SelectField
        id="kind"
        label={t('absence.kind')}
        {...fieldOf(failure, 'kind')}
        choices={absenceKinds.map((kind) => ({ value: kind, text: t(absenceWords[kind]) }))}
      />
      <HeirFields failure={failure} />
      <Field
        id="evidence"
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        name="evidence"
        label={t('absence.evidence')}
        hint={t('absence.evidenceHint')}
        error={failure?.errors.evidence}
        required
      />
    </DecideForm>
  )
}
