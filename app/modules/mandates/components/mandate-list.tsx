import { Form } from '@remix-run/react'
import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { CodeInput } from '~/ui/code-input'
import { Folded } from '~/ui/decide-form'
import type { MandateView } from '../find-mandates.server'
import { scopeWords } from '../scope-words'

type MandateListProps = {
  mandates: readonly MandateView[]
  /** whose page it is */
  side: 'maker' | 'agent'
  failure: FormFailure | null
  /** the mandate for which a code was just sent */
  sentFor: string | null
}

/** Mandates with their terms, where each stands, and what this side of it can do now. */
export function MandateList({ mandates, side, failure, sentFor }: MandateListProps) {
  return (
    <ul className="mandates">
      {mandates.map((mandate) => (
        <li key={mandate.id}>
          <Terms mandate={mandate} side={side} />
          <Steps
            mandate={mandate}
            side={side}
            failure={failure?.values.mandateId === mandate.id ? failure : null}
            isSent={sentFor === mandate.id}
          />
        </li>
      ))}
    </ul>
  )
}

function Terms({ mandate, side }: { mandate: MandateView; side: 'maker' | 'agent' }) {
  const { t, locale } = useTranslator()
  const { seller, agent, lastDigits, agentKind, scope, capPercent, from, to, state, refusal } = mandate
  const kind = t(`mandate.kind_${agentKind}`)
  const isOpen = state === 'live' || state === 'coming'
  const tone = isOpen ? 'done' : state === 'over' || state === 'revoked' ? 'plain' : 'waiting'
  const period =
    to === null
      ? t('mandate.periodOpen', { from: formatDay(locale, from) })
      : t('mandate.period', { from: formatDay(locale, from), to: formatDay(locale, to, from.slice(0, 4)) })
  return (
    <>
      <h3>
        {side === 'maker'
          ? t('mandate.who', {
              agent: agent ?? t('mandate.whoUnsigned', { last: lastDigits || '····' }),
              kind,
            })
          : t('mandate.forShop', { shop: seller })}
      </h3>
      <p>
        <Badge tone={tone}>{t(stateKey(state, side))}</Badge> {scopeWords(t, scope)}
      </p>
      <p className="small quiet">
        {period} · {capPercent > 0 ? t('mandate.cap', { percent: capPercent }) : t('mandate.capNone')}
      </p>
      {refusal !== null && state === 'waits_for_maker' ? (
        <p>{t('mandate.refusedLine', { reason: refusal })}</p>
      ) : null}
    </>
  )
}

/** Whoever is waited for reads that it is she. */
function stateKey(state: MandateView['state'], side: 'maker' | 'agent') {
  const isHerTurn = state === (side === 'maker' ? 'waits_for_maker' : 'waits_for_agent')
  return isHerTurn ? 'mandate.stateYourTurn' : (`mandate.state_${state}` as const)
}

type StepsProps = {
  mandate: MandateView
  side: 'maker' | 'agent'
  failure: FormFailure | null
  isSent: boolean
}

function Steps({ mandate, side, failure, isSent }: StepsProps) {
  const { t, href } = useTranslator()
  const { id, state, seller, agent } = mandate
  if (state === 'over' || state === 'revoked') return null
  const error = failure?.errors.code
  const isUnsigned = state === 'waits_for_maker' || state === 'waits_for_check'
  return (
    <>
      {isUnsigned ? (
        <Form method="post" className="mandate-code" noValidate>
          <input type="hidden" name="mandateId" value={id} />
          <Button name="intent" value="code">
            {t(side === 'maker' ? 'mandate.sendCode' : 'mandate.sendCodeHers')}
          </Button>
          <ButtonLink href={href(paths.accountConsent({ mandateId: id }))}>
            {t(state === 'waits_for_check' ? 'mandate.otherWaysAgain' : 'mandate.otherWays')}
          </ButtonLink>
        </Form>
      ) : null}
      {isUnsigned && (isSent || error) ? (
        <Form method="post" className="mandate-code" noValidate>
          <input type="hidden" name="mandateId" value={id} />
          <CodeInput
            id={`code-${id}`}
            name="code"
            label={t('mandate.code')}
            hint={t('mandate.codeHint')}
            error={error}
          />
          <Button kind="seal" name="intent" value="sign">
            {t('mandate.agree')}
          </Button>
        </Form>
      ) : null}
      {state === 'waits_for_agent' && side === 'agent' ? (
        <Form method="post" className="mandate-code">
          <input type="hidden" name="mandateId" value={id} />
          <Button kind="seal" name="intent" value="accept">
            {t('mandate.accept')}
          </Button>
        </Form>
      ) : null}
      <Ending id={id} side={side} name={side === 'maker' ? (agent ?? t('mandate.whoByNumber')) : seller} />
    </>
  )
}

/** Ending it: asked once more, with what follows from it. */
function Ending({ id, side, name }: { id: string; side: 'maker' | 'agent'; name: string }) {
  const { t } = useTranslator()
  const isMaker = side === 'maker'
  return (
    <Folded
      isOpen={false}
      summary={
        <>
          {t(isMaker ? 'mandate.revoke' : 'mandate.giveUp')} <span className="unseen">{name}</span>
        </>
      }
    >
      <Form method="post">
        <input type="hidden" name="mandateId" value={id} />
        <p>{t(isMaker ? 'mandate.revokeAsk' : 'mandate.giveUpAsk', { name })}</p>
        <p className="mandate-code">
          <Button name="intent" value="revoke">
            {t('mandate.revokeOf', { name })}
          </Button>
        </p>
      </Form>
    </Folded>
  )
}
