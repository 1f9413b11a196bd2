import { useState } from 'react'
import type { RefusedPhoto } from '~/modules/catalog/components/refused-photos'
import { isHeic } from '~/modules/media/is-heic'
import { useTranslator } from '~/platform/i18n/use-translator'

/** Of the files that she chose last, those that no shop can open, and how many others there were. */
type SetAside = { refused: RefusedPhoto[]; kept: number }

/** Sets HEIC files aside the moment they are chosen: over a slow line each would be minutes on its way only to be refused, and would hold a view meanwhile. `sort` answers with the others. */
export function useReadable() {
  const { t } = useTranslator()
  const [aside, setAside] = useState<SetAside>({ refused: [], kept: 0 })
  const sort = async (files: readonly File[]): Promise<File[]> => {
    const marks = await Promise.all(files.map(isHeic))
    const refused = files.flatMap((file, at) =>
      marks[at] ? [{ number: at + 1, file: file.name, text: t('studio.pictureHeic') }] : [],
    )
    setAside({ refused, kept: files.length - refused.length })
    return files.filter((_, at) => !marks[at])
  }
  return { aside, sort }
}
