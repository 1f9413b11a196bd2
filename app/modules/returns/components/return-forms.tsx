import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { TextareaField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import type { ReturnPage } from '../get-return.server'
import { missingName } from '../schema'

/** What may be done with a place's month: confirm it, correct it with a reason, lock it. */
export function ReturnForms({ page, failed }: { page: ReturnPage; failed: FormFailure | null }) {
  const { t } = useTranslator()
  if (!page.isOver) return null
  const hidden = { seenVersion: page.version, seen: page.seen }
  const silent = page.rows.filter(
    ({ state, isOwn }) => !isOwn && (state === 'waiting' || state === 'missing'),
  )
  const missing =
    silent.length === 0 ? null : (
      <TickGroup legend={t('returns.missingLegend')} id="missing">
        {silent.map(({ code, name, state }) => (
          <Tick
            key={code}
            type="checkbox"
            name={missingName(code)}
            defaultChecked={failed ? missingName(code) in failed.values : state === 'missing'}
          >
            {name}
          </Tick>
        ))}
      </TickGroup>
    )
  if (page.version === 0)
    return (
      <>
        {silent.length > 0 ? (
          <DecideForm title={t('returns.belowTitle')} act={t('returns.belowAct')} intent="below">
            <p className="quiet">{t('returns.belowHint')}</p>
          </DecideForm>
        ) : null}
        <DecideForm
          title={t('returns.confirmTitle')}
          act={t('returns.confirmAct')}
          intent="confirm"
          kind="seal"
          hidden={hidden}
        >
          <p className="quiet">{t('returns.confirmHint')}</p>
          {missing}
        </DecideForm>
      </>
    )
  const isAmending = failed?.intent === 'confirm'
  return (
    <>
      {page.isLocked ? null : (
        <DecideForm
          title={t('returns.lockTitle')}
          act={t('returns.lockAct')}
          intent="lock"
          hidden={{ seenVersion: page.version }}
        >
          <p className="quiet">{t('returns.lockHint')}</p>
        </DecideForm>
      )}
      <Folded summary={t('returns.amendTitle')} isOpen={isAmending}>
        <DecideForm act={t('returns.amendAct')} intent="confirm" hidden={hidden}>
          {missing}
          <TextareaField
            id="reason"
            name="reason"
            label={t('returns.reasonLabel')}
            hint={t('returns.reasonHint')}
            defaultValue={isAmending ? failed.values.reason : undefined}
            error={failed?.errors.reason}
            maxLength={300}
            required
          />
        </DecideForm>
      </Folded>
    </>
  )
}
