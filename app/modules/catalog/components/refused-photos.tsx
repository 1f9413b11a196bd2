import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'

/** A photo that was not taken, by the name of its file and the sentence about it. */
export type RefusedPhoto = { number: number; file: string; text: string }

/** Which photos were not taken and why; and that others, if there were any, are kept. */
export function RefusedPhotos({ refused, kept }: { refused: readonly RefusedPhoto[]; kept: number }) {
  const { t } = useTranslator()
  return (
    <Banner tone="wrong" role="alert" className="mb-5">
      <p>
        <b>{t('studio.refusedTitle', { count: refused.length })}</b>
      </p>
      <ul>
        {refused.map(({ number, file, text }) => (
          <li key={number} className="break-words">
            {t('studio.refusedFile', { file, text })}
          </li>
        ))}
      </ul>
      {kept > 0 ? <p>{t('studio.refusedRest')}</p> : null}
    </Banner>
  )
}
