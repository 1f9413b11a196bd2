import { largestBody } from '~/body-limits'
import { pictureAccept, pictureLimits } from '~/modules/media/picture-limits'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

const megabyte = 1024 * 1024

/** Choosing photos without scripts: one field and a button; the address it posts to says for which view. */
export function PhotoForm({ action, isRetake }: { action: string; isRetake: boolean }) {
  const { t } = useTranslator()
  return (
    <form method="post" action={action} encType="multipart/form-data" className="shot-acts" id="take">
      <Field
        id="photos"
        name="photos"
        type="file"
        label={t('studio.chooseFiles')}
        hint={t('studio.chooseFilesHint', {
          each: pictureLimits.maxBytes / megabyte,
          all: largestBody.photos / megabyte,
        })}
        accept={pictureAccept}
        multiple={!isRetake}
      />
      <Button kind="seal" size={68} wide>
        {t('studio.upload')}
      </Button>
    </form>
  )
}
