import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { DecideForm } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import type { PlaceView } from '../get-place.server'

type FormProps = { failure: FormFailure | null }

function ReasonField({ id, failure }: FormProps & { id: string }) {
  const { t } = useTranslator()
  return (
    <Field
      id={id}
      label={t('places.reason')}
      hint={t('places.reasonHint')}
      {...fieldOf(failure, 'reason')}
      maxLength={300}
      required
    />
  )
}

function NameFields({ id, failure, given }: FormProps & { id: string; given?: PlaceView }) {
  const { t } = useTranslator()
  return (
    <>
      <Field
        id={`${id}Zh`}
        lang="zh-CN"
        label={t('places.nameZh')}
        {...fieldOf(failure, 'nameZh', given?.nameZh)}
        maxLength={30}
        required
      />
      <Field
        id={`${id}En`}
        lang="en"
        label={t('places.nameEn')}
        {...fieldOf(failure, 'nameEn', given?.nameEn ?? '')}
        maxLength={60}
      />
    </>
  )
}

/** The place is called otherwise; what it was called stays beside it. */
export function RenameForm({ place, failure }: FormProps & { place: PlaceView }) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('places.renameTitle')} act={t('places.renameAct')} intent="rename">
      <NameFields id="rename" failure={failure} given={place} />
      <ReasonField id="renameReason" failure={failure} />
    </DecideForm>
  )
}

/** Another place in this one. */
export function AddForm({ place, failure }: FormProps & { place: PlaceView }) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('places.addTitle', { name: place.nameZh })} act={t('places.addAct')} intent="add">
      <Field
        id="addCode"
        label={t('places.code')}
        hint={t('places.codeHint', { start: place.code })}
        {...fieldOf(failure, 'code', place.code)}
        inputMode="numeric"
        figures
        required
      />
      <NameFields id="add" failure={failure} />
      <ReasonField id="addReason" failure={failure} />
    </DecideForm>
  )
}

/** The place exists no longer. */
export function EndForm({ failure }: FormProps) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('places.endTitle')} act={t('places.endAct')} intent="end">
      <p className="quiet pb-3">{t('places.endText')}</p>
      <ReasonField id="endReason" failure={failure} />
    </DecideForm>
  )
}

/** Where it goes: first what would go over is shown, then it is done. */
export function MoveForms({
  place,
  unasked,
  failure,
}: FormProps & { place: PlaceView; unasked: FormFailure | null }) {
  const { t } = useTranslator()
  const { plan, held } = place
  return (
    <section className="desk-section">
      <h2>{t('places.moveTitle')}</h2>
      <p className="quiet">{t('places.moveText')}</p>
      <form method="get" className="decide" noValidate>
        <Field
          id="to"
          label={t('places.moveTo')}
          {...fieldOf(unasked, 'to', plan?.to)}
          hint={t('places.moveToHint')}
          inputMode="numeric"
          figures
          required
        />
        <Field
          id="code"
          label={t('places.moveCode')}
          {...fieldOf(unasked, 'code', plan?.code)}
          inputMode="numeric"
          figures
          required
        />
        <div className="decide-acts">
          <Button kind="line">{t('places.moveLook')}</Button>
        </div>
      </form>
      {plan?.obstacle ? <Banner tone="wrong">{t('places.obstacle', { why: plan.obstacle })}</Banner> : null}
      {plan && !plan.obstacle ? (
        <DecideForm
          title={t('places.planTitle', { name: place.nameZh, to: plan.toName })}
          act={t('places.moveAct')}
          intent="move"
          kind="seal"
          hidden={{ to: plan.to, code: plan.code }}
        >
          <ul className="pb-3">
            {(['places', 'people', 'households', 'sellers', 'roles'] as const).map((what) => (
              <li key={what} className="num">
                {t(`places.held_${what}`, { count: held[what] })}
              </li>
            ))}
          </ul>
          <p className="quiet pb-3">{t('places.planText')}</p>
          <ReasonField id="moveReason" failure={failure} />
        </DecideForm>
      ) : null}
    </section>
  )
}
