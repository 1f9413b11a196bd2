import type { PublicConsent } from '~/modules/consents/public-consents'
import type { ConsentText } from '~/modules/settings/find-text.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ConsentBox } from '~/ui/consent-box'
import { NextButton } from './join-questions'
import type { QuestionProps } from './join-screen'

/** A text of which she has to tick the box herself: the agreement, or the declaration that no licence is needed. */
export function AgreementQuestion({
  page,
  failure,
  step,
  text,
}: QuestionProps & { step: 'declaration' | 'agreement'; text: ConsentText }) {
  const { t } = useTranslator()
  const isDone = step === 'agreement' ? page.hasAgreed : page.hasDeclared
  return (
    <form method="post" noValidate>
      <ConsentBox
        id="textId"
        text={text}
        ticked={failure ? failure.values.textId : isDone ? text.id : undefined}
        error={failure?.errors.textId}
      >
        {t(step === 'agreement' ? 'joining.agree' : 'joining.declare')}
      </ConsentBox>
      <NextButton intent={step} />
    </form>
  )
}

/** What may be public, each a box of its own, empty until she ticks it. */
export function ConsentsQuestion({
  page,
  failure,
  texts,
}: QuestionProps & { texts: { purpose: PublicConsent; text: ConsentText }[] }) {
  const { t } = useTranslator()
  const isTicked = (purpose: PublicConsent, text: ConsentText) =>
    failure ? failure.values[purpose] : page.consents[purpose] ? text.id : undefined
  return (
    <form method="post" noValidate>
      {texts.map(({ purpose, text }) => (
        <ConsentBox
          key={purpose}
          id={purpose}
          text={text}
          ticked={isTicked(purpose, text)}
          error={failure?.errors[purpose]}
        >
          {t('joining.consentGive')}
        </ConsentBox>
      ))}
      <NextButton intent="consents" />
    </form>
  )
}
