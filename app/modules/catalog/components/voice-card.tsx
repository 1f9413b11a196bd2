import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { Icon } from '~/ui/icon'

/** Before the fields of the words: that they may be spoken; once they are, that three of them may stay empty. */
export function VoiceCard({ productId, hasVoice }: { productId: string; hasVoice: boolean }) {
  const { t, href } = useTranslator()
  return (
    <section className="voice-card" aria-label={t('voice.cardTitle')}>
      <p>
        <Icon name="microphone" /> <b>{t(hasVoice ? 'voice.cardHave' : 'voice.cardTitle')}</b>
      </p>
      {hasVoice ? null : <p>{t('voice.cardText')}</p>}
      <ButtonLink wide href={href(paths.studioVoice({ productId }))}>
        {t(hasVoice ? 'voice.cardOpen' : 'voice.cardGo')}
      </ButtonLink>
    </section>
  )
}
