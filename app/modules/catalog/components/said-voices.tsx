import { VoicePlayer } from '~/modules/voices/components/voice-player'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import type { VoiceView } from '../find-voice.server'

type SaidVoicesProps = {
  productId: string
  voices: readonly VoiceView[]
  sellerName: string
  /** buyers may hear her; of somebody else's voice this is not known */
  isHeard: boolean
}

/** What was said about a piece: the newest first, and under it the one that was approved before, each by its own name. Deleting one asks once more, because nothing brings it back. */
export function SaidVoices({ productId, voices, sellerName, isHeard }: SaidVoicesProps) {
  const { t, href } = useTranslator()
  const isOne = voices.length === 1
  const labelOf = ({ isHers, isInShop }: VoiceView) => {
    if (!isOne) return t(isInShop ? 'voice.oldOne' : 'voice.newOne')
    return isHers ? t('voice.have') : t('voice.haveOf', { name: sellerName })
  }
  const standingOf = ({ isHers, isInShop }: VoiceView) => {
    if (!isInShop) return t('voice.waitsForApproval')
    return t(isHers && isHeard ? 'voice.inShop' : 'voice.staysApproved')
  }
  return voices.map((voice) => (
    <section key={voice.id} className={isOne ? undefined : 'mb-4 border-t border-line pt-4'}>
      <VoicePlayer
        src={`${href(paths.studioSound({ productId }))}?voice=${voice.id}`}
        seconds={voice.seconds}
        label={labelOf(voice)}
      />
      {isOne ? null : <p>{standingOf(voice)}</p>}
      <p className="quiet small">{t('voice.recordedAt', { time: voice.recordedAt })}</p>
      <details>
        <summary className="link link-line text-body">{t('voice.delete')}</summary>
        <form method="post">
          <input type="hidden" name="voiceId" value={voice.id} />
          <p className="field-hint my-2">{t('voice.deleteText')}</p>
          <Button name="intent" value="delete">
            {t('voice.deleteSure')}
          </Button>
        </form>
      </details>
    </section>
  ))
}
