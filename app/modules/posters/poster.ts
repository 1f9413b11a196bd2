import type { PictureFile } from '~/modules/media/picture-names'

/** The words and the photograph of a poster, ready to be drawn. */
export type Poster = {
  title: string
  /** where it is not the poster's own language */
  titleLang: 'zh-CN' | null
  /** shop and county */
  by: string
  price: string
  brand: string
  /** beside the code that leads to the piece */
  invitation: string
  address: string
  picture: PictureFile
}
