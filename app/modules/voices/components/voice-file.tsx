import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { voiceLimits } from '../voice-limits'

/** A recording as a file: opens the telephone's own recorder where it has one. Works without scripts. */
export function VoiceFile({ error }: { error: string | undefined }) {
  const { t } = useTranslator()
  return (
    <form method="post" encType="multipart/form-data" className="studio-form">
      <Field
        id="voice"
        name="voice"
        type="file"
        accept="audio/*"
        capture
        label={t('voice.fileLabel')}
        hint={t('voice.fileHint', { most: voiceLimits.maxBytes / 1024 ** 2 })}
        error={error}
      />
      <Button wide name="intent" value="keep">
        {t('voice.fileSend')}
      </Button>
    </form>
  )
}
