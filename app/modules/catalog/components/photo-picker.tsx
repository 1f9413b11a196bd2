import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { largestBody } from '~/body-limits'
import { pictureAccept, pictureLimits } from '~/modules/media/picture-limits'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { shrinkPhotos } from '../shrink-photo'

const megabyte = 1024 * 1024

/** Taking or choosing photos; the address it posts to says for which view. Without scripts: one field and a button. With them: two large buttons, and what was chosen is on its way at once. */
export function PhotoPicker({ action, isRetake }: { action: string; isRetake: boolean }) {
  const { t } = useTranslator()
  const form = useRef<HTMLFormElement>(null)
  const [isScripted, setIsScripted] = useState(false)
  const [isSending, setIsSending] = useState(false)
  useEffect(() => setIsScripted(true), [])
  const limits = t('studio.chooseFilesHint', {
    each: pictureLimits.maxBytes / megabyte,
    all: largestBody.photos / megabyte,
  })
  const send = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    if (!input.files?.length) return
    setIsSending(true)
    input.files = await shrinkPhotos(input.files)
    form.current?.requestSubmit()
  }
  return (
    <form
      ref={form}
      method="post"
      action={action}
      encType="multipart/form-data"
      className="shot-acts"
      id="take"
    >
      {isScripted ? (
        <>
          <label className="pick">
            <input type="file" name="photos" accept="image/*" capture="environment" onChange={send} />
            <PickFace kind="seal" camera>
              {t('studio.takeThis')}
            </PickFace>
          </label>
          <label className="pick">
            <input type="file" name="photos" accept={pictureAccept} multiple={!isRetake} onChange={send} />
            <PickFace kind="line">{t('studio.takeFromPhone')}</PickFace>
          </label>
          <p className="field-hint">{limits}</p>
          {isSending ? (
            <Banner tone="info" role="status">
              {t('studio.uploading')}
            </Banner>
          ) : null}
        </>
      ) : (
        <>
          <Field
            id="photos"
            name="photos"
            type="file"
            label={t('studio.chooseFiles')}
            hint={limits}
            accept={pictureAccept}
            multiple={!isRetake}
          />
          <Button kind="seal" size={68} wide>
            {t('studio.upload')}
          </Button>
        </>
      )}
    </form>
  )
}

/** What a file field looks like: the field itself lies over it, unseen. */
function PickFace({
  kind,
  camera = false,
  children,
}: {
  kind: 'seal' | 'line'
  camera?: boolean
  children: string
}) {
  return (
    <span className={`btn btn-${kind} btn-68 btn-wide`}>
      {camera ? <Icon name="camera" /> : null}
      <span className="btn-words">{children}</span>
    </span>
  )
}
