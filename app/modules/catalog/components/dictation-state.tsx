import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import type { DictationState as State } from '../spoken-words'

type DictationStateProps = { productId: string; state: State; isNew: boolean }

/** On the page of a piece that was handed in spoken: that it is being typed up, or that she should read it. */
export function DictationState({ productId, state, isNew }: DictationStateProps) {
  const { t, href } = useTranslator()
  if (state === 'typed')
    return (
      <>
        <Banner tone="wait" icon="speaker" className="mb-4">
          <p>
            <b>{t('voice.typedTitle')}</b>
          </p>
          <p>{t('voice.nextTaskText')}</p>
        </Banner>
        <ButtonLink kind="seal" size={68} wide href={href(paths.studioVoice({ productId }))}>
          {t('voice.typedGo')}
        </ButtonLink>
      </>
    )
  return (
    <Banner
      className="mb-4"
      tone={isNew ? 'done' : 'info'}
      icon={isNew ? 'check' : 'clock'}
      role={isNew ? 'status' : undefined}
    >
      <p>
        <b>{t(isNew ? 'voice.handedIn' : 'voice.waitingTitle')}</b>
      </p>
      <p>{t(isNew ? 'voice.handedInText' : 'voice.waitingText')}</p>
    </Banner>
  )
}
