import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import type { RoleChoices } from '../find-role-choices.server'
import { staffRoles } from '../schema'

/** A role, an area and why. Towns and villages stand among the areas once they were looked for; whoever administers an area is offered no role that needs none. */
export function GrantRoleForm({
  choices: { regions, isUnbound },
  isNamed,
  q,
  failure,
}: {
  choices: RoleChoices
  isNamed: boolean
  q: string
  failure: FormFailure | null
}) {
  const { t, locale } = useTranslator()
  const roles = staffRoles.filter((role) => isUnbound || role !== 'finance')
  const places = regions.map(({ id, place }) => ({ value: id, text: place[locale === 'en' ? 'en' : 'zh'] }))
  return (
    <div>
      <form method="get" className="decide pb-4">
        <Field
          id="q"
          name="q"
          label={t('roles.findRegion')}
          hint={t('roles.findRegionHint')}
          defaultValue={q}
          maxLength={40}
        />
        <div className="decide-acts">
          <Button kind="line">{t('roles.findRegionAct')}</Button>
        </div>
      </form>
      <DecideForm title={t('roles.grantTitle')} act={t('roles.grantAct')} intent="grant" kind="seal">
        {isNamed ? null : (
          <Field
            id="name"
            label={t('roles.herName')}
            hint={t('roles.herNameHint')}
            {...fieldOf(failure, 'name')}
            maxLength={30}
            required
          />
        )}
        <SelectField
          id="role"
          label={t('roles.role')}
          {...fieldOf(failure, 'role')}
          choices={roles.map((role) => ({ value: role, text: t(`roles.role_${role}`) }))}
        />
        <SelectField
          id="regionId"
          label={t('roles.region')}
          hint={t(isUnbound ? 'roles.regionHint' : 'roles.regionHintWithin')}
          {...fieldOf(failure, 'regionId')}
          choices={isUnbound ? [{ value: '', text: t('roles.anyRegion') }, ...places] : places}
        />
        <Field
          id="reason"
          label={t('roles.reason')}
          hint={t('roles.reasonHint')}
          {...fieldOf(failure, 'reason')}
          maxLength={300}
          required
        />
      </DecideForm>
    </div>
  )
}

/** Everything at once, for somebody who leaves. */
export function LeaveForm({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('roles.leaveTitle')} act={t('roles.leaveAct')} intent="leave">
      <p className="quiet pb-3">{t('roles.leaveText')}</p>
      <Field
        id="leaveReason"
        label={t('roles.reason')}
        hint={t('roles.reasonHint')}
        {...fieldOf(failure, 'reason')}
        name="reason"
        maxLength={300}
        required
      />
    </DecideForm>
  )
}

/** For a lost phone: password and codes are set up anew. */
export function ResetFactorForm({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <DecideForm title={t('factors.resetTitle')} act={t('factors.resetAct')} intent="reset">
      <p className="quiet pb-3">{t('factors.resetText')}</p>
      <Field
        id="resetReason"
        label={t('roles.reason')}
        hint={t('roles.reasonHint')}
        {...fieldOf(failure, 'reason')}
        name="reason"
        maxLength={300}
        required
      />
    </DecideForm>
  )
}
