import { useState } from 'react'
import { type Answer, ask } from '~/platform/http/ask'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { type RecordingKeep, useRecorder } from '../use-recorder'
import { voiceLimits } from '../voice-limits'
import { RecorderPanel } from './recorder-panel'
import { VoiceFile } from './voice-file'

type Failed = Exclude<Answer<unknown>, { is: 'answered' }>

type VoiceRecorderProps = {
  /** where the recording is sent */
  to: string
  onKept: () => void
  /** where it lies on this device until it has arrived; else only on the page */
  keep?: RecordingKeep
  /** something was said already: another recording takes its place */
  isAgain: boolean
  /** what was wrong with a file that was sent by the plain form */
  error: string | undefined
  /** under which a file sent by the plain form is kept once */
  fileId?: string
}

/** One press to record, one to stop; then she listens, and keeps it, records again or throws it away. Where the browser cannot, a file of the telephone's own recorder. */
export function VoiceRecorder({ to, onKept, keep, isAgain, error, fileId }: VoiceRecorderProps) {
  const { t } = useTranslator()
  const recorder = useRecorder(keep)
  const { state, throwAway } = recorder
  const [isSending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<Failed | null>(null)
  if (!state.isAble) return <VoiceFile error={error} recordingId={fileId} />
  const { recorded, fault } = state
  const say = (failed: Failed) => {
    if (failed.is !== 'refused') return t(failed.is === 'away' ? 'voice.away' : 'voice.signedOut')
    // refused at the front door, unread and without a word
    return failed.status === 413
      ? t('voice.tooLarge', { most: voiceLimits.maxBytes / 1024 ** 2 })
      : failed.said
  }
  const send = async () => {
    if (!recorded || isSending) return
    setSending(true)
    setOutcome(null)
    const body = new FormData()
    body.set('voice', recorded.blob)
    body.set('seconds', String(recorded.seconds))
    body.set('recordingId', recorded.id)
    body.set('over', 'any')
    const sent = await ask(to, { method: 'POST', body })
    setSending(false)
    if (sent.is !== 'answered') return setOutcome(sent)
    throwAway()
    onKept()
  }
  return (
    <>
      <RecorderPanel recorder={recorder} isAgain={isAgain} isKeeping={isSending} onKeep={() => void send()}>
        {outcome ? (
          <Banner tone={outcome.is === 'refused' ? 'wrong' : 'wait'} role="alert">
            {say(outcome)}
          </Banner>
        ) : null}
      </RecorderPanel>
      <details className="fold" open={(fault !== null && fault !== 'nothing') || error !== undefined}>
        <summary>{t('voice.fileTitle')}</summary>
        <VoiceFile error={error} recordingId={fileId} />
      </details>
    </>
  )
}
