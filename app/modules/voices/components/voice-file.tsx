import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { voiceLimits } from '../voice-limits'

/** A recording as a file: opens the telephone's own recorder where it has one. Works without scripts. Under `recordingId` it is kept once, however often this page is sent. */
export function VoiceFile({ error, recordingId }: { error: string | undefined; recordingId?: string }) {
  const { t } = useTranslator()
  return (
    <form method="post" encType="multipart/form-data" className="studio-form" noValidate>
      {recordingId ? <input type="hidden" name="recordingId" value={recordingId} /> : null}
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
