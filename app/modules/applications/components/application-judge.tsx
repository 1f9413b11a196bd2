import { paths } from '~/paths'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { DecideForm, Folded } from '~/ui/decide-form'
import { FieldError, SelectField, TextareaField } from '~/ui/field'
import { Tick } from '~/ui/tick'
import { applicationReasons, checksOf } from '../checks'
import type { DeskApplication } from '../get-application.server'
import { isPersonal } from '../steps'

type JudgeProps = { application: DeskApplication; failure: FormFailure | null }

/** What this desk can do about an application now: the county recommends, the city approves, both send back or refuse. */
export function ApplicationJudge({ application, failure }: JudgeProps) {
  const { t } = useTranslator()
  const { state, office } = application
  return (
    <>
      <section className="desk-section">
        <h2>{t('joining.checklist')}</h2>
        <Standing application={application} />
      </section>
      {state === 'submitted' && office === 'county' ? (
        <Recommend application={application} failure={failure} />
      ) : null}
      {state === 'submitted' && office === 'city' ? (
        <p className="quiet">{t('joining.countyFirst')}</p>
      ) : null}
      {state === 'recommended' && office === 'city' && !application.isOwnRecommendation ? (
        <DecideForm intent="approve" kind="seal" act={t('joining.approve')}>
          <p>{t('joining.approveLead')}</p>
        </DecideForm>
      ) : null}
      {application.isOwnRecommendation ? <p className="quiet">{t('joining.twoPeople')}</p> : null}
      <TurnDown to="returned" failure={failure} counties={application.otherCounties} />
      <TurnDown to="refused" failure={failure} counties={[]} />
    </>
  )
}

/** What the shop knows by itself. */
function Standing({ application }: { application: DeskApplication }) {
  const { t, href } = useTranslator()
  const { household, agreedVersion, cardTail, kind, sellerId } = application
  const isVerified = household === 'member' || household === 'none'
  return (
    <ul className="grid gap-2 pb-2">
      {isPersonal(kind) ? (
        <li>
          <Badge tone={isVerified ? 'done' : 'hers'}>{t(`joining.stateHousehold_${household}`)}</Badge>
          {isVerified ? null : (
            <>
              {' '}
              <a className="link link-line" href={href(paths.deskSeller({ sellerId }))}>
                {t('joining.toHousehold')}
              </a>
            </>
          )}
        </li>
      ) : null}
      {agreedVersion === null ? null : (
        <li>
          <Badge tone="done">{t('joining.stateAgreed', { version: agreedVersion })}</Badge>
        </li>
      )}
      <li>
        <Badge tone={cardTail ? 'done' : 'plain'}>
          {cardTail ? t('joining.stateCard', { last4: cardTail }) : t('joining.stateNoCard')}
        </Badge>
        {cardTail ? null : <span className="small quiet"> {t('joining.noCardText')}</span>}
      </li>
    </ul>
  )
}

function Recommend({ application, failure }: JudgeProps) {
  const { t } = useTranslator()
  const own = failure?.intent === 'recommend' ? failure : null
  return (
    <DecideForm intent="recommend" kind="seal" act={t('joining.recommend')}>
      {checksOf(application.kind).map((check) => (
        <div key={check}>
          <Tick type="checkbox" name={check} defaultChecked={own?.values[check] !== undefined}>
            {t(`joining.check_${check}`)}
          </Tick>
          {own?.errors[check] ? <FieldError id={`${check}-error`}>{own.errors[check]}</FieldError> : null}
        </div>
      ))}
      <p className="small quiet pb-3">{t('joining.recommendLead')}</p>
    </DecideForm>
  )
}

type TurnDownProps = {
  to: 'returned' | 'refused'
  failure: FormFailure | null
  /** to which it may go over */
  counties: DeskApplication['otherCounties']
}

function TurnDown({ to, failure, counties }: TurnDownProps) {
  const { t, locale } = useTranslator()
  const own = failure?.intent === to ? failure : null
  const isReturn = to === 'returned'
  return (
    <div className="desk-section">
      <Folded summary={t(isReturn ? 'joining.returnTitle' : 'joining.refuseTitle')} isOpen={own !== null}>
        <DecideForm intent={to} act={t(isReturn ? 'joining.returnAct' : 'joining.refuseAct')}>
          <SelectField
            id={`${to}-reason`}
            label={t('joining.reason')}
            {...fieldOf(own, 'reasonCode')}
            choices={applicationReasons.map((reason) => ({
              value: reason,
              text: t(`joining.reason_${reason}`),
            }))}
          />
          {counties.length > 0 ? (
            <SelectField
              id={`${to}-county`}
              label={t('joining.moveTo')}
              hint={t('joining.moveHint')}
              {...fieldOf(own, 'toCounty')}
              choices={[
                { value: '', text: t('joining.moveStays') },
                ...counties.map(({ id, zh, en }) => ({ value: id, text: locale === 'en' ? en : zh })),
              ]}
            />
          ) : null}
          <TextareaField
            id={`${to}-words`}
            label={t('joining.words')}
            hint={t('joining.wordsHint')}
            {...fieldOf(own, 'words')}
            rows={3}
            maxLength={300}
          />
        </DecideForm>
      </Folded>
    </div>
  )
}
