import { useTranslator } from '~/platform/i18n/use-translator'
import { playAlone } from '../play-alone'

type VoicePlayerProps = { src: string; seconds: number; label: string }

/** What somebody said, to be listened to: the browser's own player, and how long it takes. */
export function VoicePlayer({ src, seconds, label }: VoicePlayerProps) {
  const { t } = useTranslator()
  return (
    <figure className="voice">
      <figcaption>
        {label} <span className="quiet nowrap">{t('voice.seconds', { count: seconds })}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said is typed up beside it, or about to be */}
      <audio
        controls
        preload="none"
        src={src}
        aria-label={label}
        onPlay={({ currentTarget }) => playAlone(currentTarget)}
      />
    </figure>
  )
}
