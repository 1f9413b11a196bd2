import { useEffect, useRef } from 'react'
import { largestBody } from '~/body-limits'
import { pictureAccept, pictureLimits } from '~/modules/media/picture-limits'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

const megabyte = 1024 * 1024

type PhotoFormProps = {
  action: string
  isRetake: boolean
  /** hears the files that she chose before the scripts had come, and those from a chooser that was open then */
  onChosen: (files: File[]) => void
}

/** Choosing photos without scripts: one field and a button; the address it posts to says for which view. */
export function PhotoForm({ action, isRetake, onChosen }: PhotoFormProps) {
  const { t } = useTranslator()
  const form = useRef<HTMLFormElement>(null)
  const heard = useRef(onChosen)
  heard.current = onChosen
  useEffect(() => {
    const input = form.current?.querySelector<HTMLInputElement>('input[type=file]')
    const hear = () => {
      if (input?.files?.length) heard.current([...input.files])
    }
    hear()
    // for as long as the field lives: a chooser may outlive the form
    input?.addEventListener('change', hear)
  }, [])
  return (
    <form
      ref={form}
      method="post"
      action={action}
      encType="multipart/form-data"
      className="shot-acts"
      id="take"
      noValidate
    >
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
