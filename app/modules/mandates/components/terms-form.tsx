import { Form } from '@remix-run/react'
import { mandateScopes } from '~/modules/auth/entrusted'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import { agentKinds } from '../terms'

type TermsFormProps = {
  side: 'maker' | 'agent'
  failure: FormFailure | null
  today: string
  /** half a year on: what stands there until she chooses */
  until: string
}

/** Who, what, how long and for how much: the same questions for the agent who proposes and the maker who asks. */
export function TermsForm({ side, failure, today, until }: TermsFormProps) {
  const { t } = useTranslator()
  const own = failure?.intent === 'terms' ? failure : null
  const isMaker = side === 'maker'
  const who = isMaker ? 'phone' : 'shop'
  const kinds = isMaker ? (['family', 'broker'] as const) : agentKinds
  return (
    <details className="mandate-new" open={own !== null}>
      <summary>{t(isMaker ? 'mandate.askOpen' : 'mandate.proposeOpen')}</summary>
      <Form method="post" noValidate>
        <Field
          id={who}
          name={who}
          type={isMaker ? 'tel' : 'text'}
          label={t(isMaker ? 'mandate.askPhone' : 'mandate.shop')}
          hint={isMaker ? undefined : t('mandate.shopHint')}
          error={own?.errors[who]}
          defaultValue={own?.values[who]}
        />
        <TickGroup
          id="agentKind"
          legend={t(isMaker ? 'mandate.askedKind' : 'mandate.agentKind')}
          error={own?.errors.agentKind}
        >
          {kinds.map((kind) => (
            <Tick
              key={kind}
              type="radio"
              name="agentKind"
              value={kind}
              defaultChecked={(own?.values.agentKind ?? 'family') === kind}
            >
              {t(`mandate.kind_${kind}`)}
            </Tick>
          ))}
        </TickGroup>
        <TickGroup
          id="scope"
          legend={t(isMaker ? 'mandate.askedScope' : 'mandate.scope')}
          error={own?.errors.scope}
        >
          {mandateScopes.map((scope) => (
            <Tick
              key={scope}
              type="checkbox"
              name={scope}
              defaultChecked={own === null || own.values[scope] !== undefined}
            >
              {t(`mandate.scope_${scope}`)}
            </Tick>
          ))}
        </TickGroup>
        <Field
          id="firstDay"
          name="firstDay"
          type="date"
          label={t('mandate.firstDay')}
          error={own?.errors.firstDay}
          defaultValue={own?.values.firstDay ?? today}
          figures
        />
        <Field
          id="lastDay"
          name="lastDay"
          type="date"
          label={t('mandate.lastDay')}
          hint={t('mandate.lastDayHint')}
          error={own?.errors.lastDay}
          defaultValue={own?.values.lastDay ?? until}
          figures
        />
        <Field
          id="capPercent"
          name="capPercent"
          inputMode="numeric"
          label={t('mandate.capPercent')}
          hint={t('mandate.capHint')}
          suffix="%"
          error={own?.errors.capPercent}
          defaultValue={own?.values.capPercent ?? '0'}
          figures
        />
        <Button kind="seal" wide name="intent" value="terms">
          {t(isMaker ? 'mandate.ask' : 'mandate.propose')}
        </Button>
      </Form>
    </details>
  )
}
