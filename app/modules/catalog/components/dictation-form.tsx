import type { FormFailure } from '~/platform/form.server'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field, TextareaField } from '~/ui/field'
import type { DictationView } from '../get-dictation.server'
import { listingLimits as limits } from '../listing-limits'
import type { SpokenWords } from '../spoken-words'

type DictationFormProps = { dictation: DictationView; failure: FormFailure | null }

/** What she says, written down: three boxes beside the player. What she wrote herself stands in them already. */
export function DictationForm({ dictation, failure }: DictationFormProps) {
  const { t } = useTranslator()
  const { written, voice } = dictation
  const boxOf = (name: keyof SpokenWords, label: MessageKey) => ({
    id: name,
    name,
    label: t(label),
    lang: 'zh-CN',
    hint: written[name] === '' ? undefined : t('voice.typeWritten'),
    defaultValue: failure?.values[name] ?? written[name],
    error: failure?.errors[name],
    autoComplete: 'off',
  })
  return (
    <form method="post" noValidate>
      <input type="hidden" name="voiceId" value={voice.id} />
      <Field {...boxOf('titleZh', 'voice.typeName')} />
      <TextareaField {...boxOf('storyZh', 'voice.typeStory')} rows={6} maxLength={limits.storyZh.max} />
      <Field {...boxOf('materialsZh', 'voice.typeMaterials')} />
      <Button kind="seal">{t('voice.typeSave')}</Button>
    </form>
  )
}
