import { useState } from 'react'
import { RecorderPanel } from '~/modules/voices/components/recorder-panel'
import { playAlone } from '~/modules/voices/play-alone'
import { type Spoken, useRecorder } from '~/modules/voices/use-recorder'
import { voiceLimits } from '~/modules/voices/voice-limits'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { recordingKeep } from '../recording-keep'
import { type KeptDraft, type KeptVoice, tooLarge } from '../store'
import { useBlobAddress } from '../use-blob-address'

type PocketVoiceProps = {
  draft: KeptDraft
  /** false when the device had no room: what she said stays on the page */
  onSpeak: (recorded: Spoken) => Promise<boolean>
  onAway: () => void
  onOver: () => void
}

/** What she says instead of typing: recorded without a network, kept with the draft, sent with the rest. */
export function PocketVoice({ draft, onSpeak, onAway, onOver }: PocketVoiceProps) {
  const { t } = useTranslator()
  const recorder = useRecorder(recordingKeep(draft.id))
  const [isKeeping, setKeeping] = useState(false)
  const [isTooLarge, setTooLarge] = useState(false)
  const { isAble, recorded } = recorder.state
  const said = draft.said ?? null
  const voice = draft.voice ?? null
  const keep = async (what: Spoken) => {
    setKeeping(true)
    const isKept = await onSpeak(what)
    setKeeping(false)
    if (isKept) recorder.throwAway()
  }
  return (
    <section className="voice-card" aria-label={t('voice.cardTitle')}>
      <p>
        <Icon name="microphone" /> <b>{t(voice || said ? 'voice.cardHave' : 'voice.cardTitle')}</b>
      </p>
      {voice ? (
        <Kept voice={voice} onAway={onAway} onOver={onOver} />
      ) : (
        <p>{said ? t('pocket.voiceSent', { count: said.seconds }) : t('voice.cardText')}</p>
      )}
      {isAble === false ? (
        <Field
          id="pocket-voice"
          type="file"
          accept="audio/*"
          capture
          label={t('voice.fileLabel')}
          hint={t('voice.fileHint', { most: voiceLimits.maxBytes / 1024 ** 2 })}
          error={isTooLarge ? t('voice.tooLarge', { most: voiceLimits.maxBytes / 1024 ** 2 }) : undefined}
          onChange={({ currentTarget: input }) => {
            const [file] = input.files ?? []
            const isLarge = file ? file.size > voiceLimits.maxBytes : false
            setTooLarge(isLarge)
            if (file && !isLarge)
              void keep({ id: crypto.randomUUID(), blob: file, seconds: voiceLimits.seconds })
          }}
        />
      ) : null}
      {isAble ? (
        <RecorderPanel
          recorder={recorder}
          isAgain={Boolean(voice || said)}
          isKeeping={isKeeping}
          onKeep={() => void (recorded && keep(recorded))}
        />
      ) : null}
    </section>
  )
}

/** The recording that lies on this device: to be listened to, and to be chosen when the shop has another. */
function Kept({ voice, onAway, onOver }: { voice: KeptVoice } & Pick<PocketVoiceProps, 'onAway' | 'onOver'>) {
  const { t } = useTranslator()
  const { blob, seconds, refusal, isClash } = voice
  const src = useBlobAddress(blob)
  const label = t('pocket.voiceKept', { count: seconds })
  return (
    <>
      <figure className="voice">
        <figcaption>{label}</figcaption>
        {/* biome-ignore lint/a11y/useMediaCaption: her own words, not typed up yet */}
        <audio
          controls
          src={src}
          aria-label={label}
          onPlay={({ currentTarget }) => playAlone(currentTarget)}
        />
      </figure>
      {refusal ? (
        <Banner tone="wrong" role="alert">
          {refusal === tooLarge ? t('voice.tooLarge', { most: voiceLimits.maxBytes / 1024 ** 2 }) : refusal}
        </Banner>
      ) : null}
      {isClash ? (
        <Banner tone="wrong" role="alert">
          <p>{t('voice.anotherThere')}</p>
          <Button kind="line" type="button" onClick={onOver}>
            {t('pocket.voiceMine')}
          </Button>
          <Button kind="line" type="button" onClick={onAway}>
            {t('pocket.voiceTheirs')}
          </Button>
        </Banner>
      ) : (
        <Button kind="text" type="button" onClick={onAway}>
          {t('voice.throwAway')}
        </Button>
      )}
    </>
  )
}
