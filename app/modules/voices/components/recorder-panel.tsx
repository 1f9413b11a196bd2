import type { ReactNode } from 'react'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { playAlone } from '../play-alone'
import type { useRecorder } from '../use-recorder'
import { voiceLimits } from '../voice-limits'

const faultText = {
  denied: 'voice.denied',
  noMicrophone: 'voice.noMicrophone',
  nothing: 'voice.none',
} as const

type RecorderPanelProps = {
  recorder: ReturnType<typeof useRecorder>
  /** something was said already: another recording takes its place */
  isAgain: boolean
  isKeeping: boolean
  onKeep: () => void
  /** what came of keeping it */
  children?: ReactNode
}

/** One press to record, one to stop; then she listens, and keeps it, records again or throws it away. */
export function RecorderPanel({ recorder, isAgain, isKeeping, onKeep, children }: RecorderPanelProps) {
  const { t } = useTranslator()
  const { state, start, stop, throwAway } = recorder
  const { is, recorded, seconds, fault } = state
  return (
    <section className="recorder" aria-label={t('voice.title')}>
      {is === 'recorded' && recorded ? (
        <>
          <p className="recorder-left" role="status">
            {t(recorded.isCut ? 'voice.cut' : 'voice.recorded', { count: recorded.seconds })}
          </p>
          {/* biome-ignore lint/a11y/useMediaCaption: her own words of a moment ago */}
          <audio
            controls
            src={recorded.src}
            aria-label={t('voice.recorded', { count: recorded.seconds })}
            onPlay={({ currentTarget }) => playAlone(currentTarget)}
          />
          {recorded.isKept ? <p className="field-hint">{t('voice.keptHere')}</p> : null}
          <Button kind="seal" size={68} wide type="button" disabled={isKeeping} onClick={onKeep}>
            {t(isKeeping ? 'voice.keeping' : 'voice.keep')}
          </Button>
          <Button wide type="button" onClick={() => void start()}>
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
            onClick={() => void start()}
          >
            {t(isAgain ? 'voice.again' : 'voice.start')}
          </Button>
          {isAgain ? null : <p className="field-hint">{t('voice.asking')}</p>}
        </>
      )}
      {fault ? (
        <Banner tone="wait" role="alert">
          {t(faultText[fault])}
        </Banner>
      ) : null}
      {children}
    </section>
  )
}
