import { useState } from 'react'
import { type Answer, ask } from '~/platform/http/ask'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { useRecorder } from '../use-recorder'
import { voiceLimits } from '../voice-limits'
import { VoiceFile } from './voice-file'

type VoiceRecorderProps = {
  /** where the recording is sent */
  to: string
  onKept: () => void
  /** something was said already: another recording takes its place */
  isAgain: boolean
  /** what was wrong with a file that was sent by the plain form */
  error: string | undefined
}

/** One press to record, one to stop; then she listens, and keeps it, records again or throws it away. Where the browser cannot, a file of the telephone's own recorder. */
export function VoiceRecorder({ to, onKept, isAgain, error }: VoiceRecorderProps) {
  const { t } = useTranslator()
  const { state, start, stop, throwAway } = useRecorder()
  const [isSending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<Exclude<Answer<unknown>, { is: 'answered' }> | null>(null)
  if (!state.isAble) return <VoiceFile error={error} />
  const { is, recorded, seconds, fault } = state
  const begin = () => {
    setOutcome(null)
    void start()
  }
  const send = async () => {
    if (!recorded || isSending) return
    setSending(true)
    const body = new FormData()
    body.set('voice', recorded.blob)
    body.set('seconds', String(recorded.seconds))
    const sent = await ask(to, { method: 'POST', body })
    setSending(false)
    if (sent.is !== 'answered') return setOutcome(sent)
    throwAway()
    onKept()
  }
  return (
    <>
      <section className="recorder" aria-label={t('voice.title')}>
        {is === 'recorded' && recorded ? (
          <>
            <p className="recorder-left" role="status">
              {t('voice.recorded', { count: recorded.seconds })}
            </p>
            {/* biome-ignore lint/a11y/useMediaCaption: her own words of a moment ago */}
            <audio
              controls
              src={recorded.src}
              aria-label={t('voice.recorded', { count: recorded.seconds })}
            />
            <Button kind="seal" size={68} wide type="button" disabled={isSending} onClick={() => void send()}>
              {t(isSending ? 'voice.keeping' : 'voice.keep')}
            </Button>
            <Button wide type="button" onClick={begin}>
              {t('voice.again')}
            </Button>
            <Button kind="text" type="button" onClick={throwAway}>
              {t('voice.throwAway')}
            </Button>
          </>
        ) : is === 'recording' ? (
          <>
            <p className="recorder-left" role="timer">
              {t('voice.recording', { left: voiceLimits.seconds - seconds })}
            </p>
            <progress
              className="recorder-bar"
              max={voiceLimits.seconds}
              value={seconds}
              aria-label={t('voice.recording', { left: voiceLimits.seconds - seconds })}
            />
            <Button kind="seal" size={68} wide type="button" onClick={stop}>
              {t('voice.stop')}
            </Button>
          </>
        ) : (
          <>
            <Button
              kind={isAgain ? 'line' : 'seal'}
              {...(isAgain ? {} : { size: 68 })}
              wide
              type="button"
              icon="microphone"
              disabled={is === 'asking'}
              onClick={begin}
            >
              {t(isAgain ? 'voice.again' : 'voice.start')}
            </Button>
            {isAgain ? null : <p className="field-hint">{t('voice.asking')}</p>}
          </>
        )}
        {fault ? (
          <Banner tone="wait" role="alert">
            {t(fault === 'denied' ? 'voice.denied' : 'voice.noMicrophone')}
          </Banner>
        ) : null}
        {outcome ? (
          <Banner tone={outcome.is === 'refused' ? 'wrong' : 'wait'} role="alert">
            {outcome.is === 'refused'
              ? outcome.said
              : t(outcome.is === 'away' ? 'voice.away' : 'voice.signedOut')}
          </Banner>
        ) : null}
      </section>
      <details className="fold" open={fault !== null || error !== undefined}>
        <summary>{t('voice.fileTitle')}</summary>
        <VoiceFile error={error} />
      </details>
    </>
  )
}
