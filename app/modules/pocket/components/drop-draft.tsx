import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { isWaiting } from '../open-ends'
import type { KeptDraft, KeptPhoto } from '../store'

type DropDraftProps = { draft: KeptDraft; photos: readonly KeptPhoto[]; onDrop: () => void }

/** Removing a draft from this device asks once more, and says what would be lost. */
export function DropDraft({ draft, photos, onDrop }: DropDraftProps) {
  const { t } = useTranslator()
  return (
    <details>
      <summary className="link link-line text-body">{t('pocket.drop')}</summary>
      <p className="field-hint my-2">
        {isWaiting(draft, photos) ? t('pocket.dropUnsent') : t('pocket.dropText')}
      </p>
      <Button kind="line" type="button" onClick={onDrop}>
        {t('pocket.dropSure')}
      </Button>
    </details>
  )
}
