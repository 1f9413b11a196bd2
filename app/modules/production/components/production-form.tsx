import { Form } from '@remix-run/react'
import { type ChangeEvent, useEffect, useState } from 'react'
import { pictureAccept, pictureLimits } from '~/modules/media/picture-limits'
import { shrinkPhotos } from '~/modules/media/shrink-photos'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import { productionPhrases } from '../schema'

const megabyte = 1024 * 1024

/** Pictures, how far it is, and perhaps a word of her own. With scripts the pictures are made smaller before they are sent, and stay chosen when a word is refused. */
export function ProductionForm({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslator()
  const [isReady, setIsReady] = useState(true)
  const [isScripted, setIsScripted] = useState(false)
  useEffect(() => setIsScripted(true), [])
  const shrink = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    if (!input.files?.length) return
    setIsReady(false)
    input.files = await shrinkPhotos(input.files)
    setIsReady(true)
  }
  return (
    <Form method="post" encType="multipart/form-data" className="studio-form" noValidate>
      <Field
        id="photo"
        name="photo"
        type="file"
        label={t('production.take')}
        hint={t('production.takeHint', { each: pictureLimits.maxBytes / megabyte })}
        error={failure?.errors.photo}
        accept={isScripted ? 'image/*' : pictureAccept}
        onChange={shrink}
        multiple
        required
      />
      <TickGroup id="phrase" legend={t('production.phrase')} error={failure?.errors.phrase}>
        {productionPhrases.map((phrase, at) => (
          <Tick
            key={phrase}
            type="radio"
            name="phrase"
            value={phrase}
            defaultChecked={failure ? failure.values.phrase === phrase : at === 0}
          >
            {t(`production.phrase_${phrase}`)}
          </Tick>
        ))}
      </TickGroup>
      <Field
        id="words"
        name="words"
        label={t('production.words')}
        mark={t('common.optional')}
        hint={t('production.wordsHint')}
        defaultValue={failure?.values.words}
        error={failure?.errors.words}
        maxLength={80}
      />
      <Button kind="seal" size={68} wide disabled={!isReady}>
        {t('production.add')}
      </Button>
    </Form>
  )
}
