import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'

/** A photo that was not taken, by the name of its file and the sentence about it. */
export type RefusedPhoto = { number: number; file: string; text: string }

/** Which photos were not taken and why; the others are kept. */
export function RefusedPhotos({ refused }: { refused: readonly RefusedPhoto[] }) {
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
      <p>{t('studio.refusedRest')}</p>
    </Banner>
  )
}
