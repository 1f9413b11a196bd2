import type { FormFailure } from '~/platform/form.server'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field, TextareaField } from '~/ui/field'
import { listingLimits as limits } from '../listing-limits'
import type { SpokenWords } from '../spoken-words'

type ConfirmWordsProps = { words: SpokenWords; version: number; failure: FormFailure | null }

/** What was typed up from her voice, to be read and put right by her, and the one button that says it is right. */
export function ConfirmWords({ words, version, failure }: ConfirmWordsProps) {
  const { t } = useTranslator()
  const typed = failure?.intent === 'confirm' ? failure : null
  const boxOf = (name: keyof SpokenWords, label: MessageKey) => ({
    id: name,
    name,
    label: t(label),
    lang: 'zh-CN',
    defaultValue: typed?.values[name] ?? words[name],
    error: typed?.errors[name],
  })
  return (
    <form method="post" className="studio-form mb-5" noValidate>
      <input type="hidden" name="version" value={version} />
      <Field {...boxOf('titleZh', 'studio.fieldTitle')} />
      <TextareaField {...boxOf('storyZh', 'studio.fieldStory')} rows={6} maxLength={limits.storyZh.max} />
      <Field {...boxOf('materialsZh', 'studio.fieldMaterials')} />
      <p className="field-hint mb-4">{t('voice.confirmHint')}</p>
      <Button kind="seal" size={68} wide name="intent" value="confirm">
        {t('voice.confirm')}
      </Button>
    </form>
  )
}
