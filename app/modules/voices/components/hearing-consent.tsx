import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ConsentBox } from '~/ui/consent-box'
import type { VoiceConsent } from '../voice-consent.server'

type HearingConsentProps = { consent: VoiceConsent; error: string | undefined; ticked: string | undefined }

/** Whether buyers may hear her: asked alone, off until she ticks it, withdrawn by one press. */
export function HearingConsent({ consent, error, ticked }: HearingConsentProps) {
  const { t } = useTranslator()
  const { text, isGiven } = consent
  if (isGiven)
    return (
      <form method="post" className="studio-section">
        <h2>{t('voice.shopTitle')}</h2>
        <p className="mb-4">{t('voice.agreed')}</p>
        <Button wide name="intent" value="withdraw">
          {t('voice.withdraw')}
        </Button>
      </form>
    )
  if (!text) return null
  return (
    <form method="post" className="studio-section" noValidate>
      <ConsentBox id="voiceTextId" text={text} ticked={ticked} error={error}>
        {t('voice.agree')}
      </ConsentBox>
      <Button wide name="intent" value="agree">
        {t('voice.agreeSave')}
      </Button>
    </form>
  )
}
