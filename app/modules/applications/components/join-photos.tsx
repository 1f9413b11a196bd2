import { paths } from '~/paths'
import { fieldOf } from '~/platform/field-of'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Field } from '~/ui/field'
import { NextButton } from './join-questions'
import type { QuestionProps } from './join-screen'

const photoTypes = 'image/jpeg,image/png,image/webp'

/** Pictures of finished pieces: what is there, with the way to take it away, and the way to add. */
export function PhotosQuestion({ page, failure }: QuestionProps) {
  const { t, href } = useTranslator()
  return (
    <>
      <ul className="flex flex-wrap gap-4 pb-4">
        {page.photos.map((attachmentId, at) => (
          <li key={attachmentId} className="grid justify-items-center gap-1">
            <img
              src={href(paths.studioJoinPhoto({ attachmentId }))}
              alt={t('joining.photoOf', { at: at + 1 })}
              className="h-32 w-32 object-cover"
              width={128}
              height={128}
            />
            <form method="post">
              <input type="hidden" name="attachmentId" value={attachmentId} />
              <Button kind="text" name="intent" value="remove">
                {t('joining.photoRemove', { at: at + 1 })}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" encType="multipart/form-data" noValidate>
        <Field
          id="photos"
          name="photos"
          type="file"
          accept={photoTypes}
          multiple
          label={t('joining.photos')}
          hint={t('joining.photosHint')}
          error={failure?.errors.photos}
        />
        <Button
          kind={page.photos.length > 0 ? 'line' : 'seal'}
          size={68}
          wide
          name="intent"
          value="photos"
          className="mt-3"
        >
          {t('joining.photosSend')}
        </Button>
      </form>
      {page.photos.length > 0 ? (
        <ButtonLink
          kind="seal"
          size={68}
          wide
          href={href(paths.studioJoin({ done: 'saved' }))}
          className="mt-3"
        >
          {t('joining.photosNext')}
        </ButtonLink>
      ) : null}
    </>
  )
}

/** What the licence says, and its picture. */
export function LicenceQuestion({ page, failure }: QuestionProps) {
  const { t } = useTranslator()
  return (
    <form method="post" encType="multipart/form-data" noValidate autoComplete="off">
      <Field
        id="licenceName"
        label={t('joining.licenceName')}
        {...fieldOf(failure, 'licenceName', page.licenceName ?? undefined)}
        maxLength={60}
      />
      <Field
        id="licenceCode"
        label={t('joining.licenceCode')}
        hint={t('joining.licenceCodeHint')}
        {...fieldOf(failure, 'licenceCode', page.licenceCode ?? undefined)}
        autoCapitalize="characters"
        maxLength={40}
        figures
      />
      <Field
        id="licenceUntil"
        type="date"
        label={t('joining.licenceUntil')}
        mark={t('joining.optional')}
        hint={t('joining.licenceUntilHint')}
        {...fieldOf(failure, 'licenceUntil', page.licenceUntil ?? undefined)}
        figures
      />
      <Field
        id="licencePhoto"
        name="licencePhoto"
        type="file"
        accept={photoTypes}
        label={t('joining.licencePhoto')}
        hint={t(page.hasLicencePhoto ? 'joining.licencePhotoKept' : 'joining.photosHint')}
        error={failure?.errors.licencePhoto}
      />
      <NextButton intent="licence" />
    </form>
  )
}
