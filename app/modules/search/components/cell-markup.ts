import { escaped } from '~/ui/escaped'
import { priceParts } from '~/ui/format-fen'
import { iconStroke } from '~/ui/icon'
import { fallbackOf, type PhotoData, sourceSet, withPhones } from '~/ui/photo'
import { vitrineSizes } from '~/ui/piece-label'
import type { UiLocale } from '~/ui/ui-types'
import type { When } from '~/ui/when-line'
import { chineseWords } from '~/ui/whole-words'
import type { CellData } from './piece-cell'

/** A piece in a list as `PieceCell` draws it, with every word escaped: pages have up to two dozen, and nothing else of a page is drawn so often. */
export function cellMarkup({
  piece,
  locale,
  sizes = vitrineSizes,
  eager,
  headingLevel = 3,
  tab,
}: CellData): string {
  const alt = piece.photo.alt === piece.title ? '' : piece.photo.alt
  const heading = headingLevel === 2 ? 'h2' : 'h3'
  const rest = [
    piece.estimate ? `<span class="nowrap">${escaped(piece.estimate)}</span>` : '',
    piece.where ? `<span>${escaped(piece.where)}</span>` : '',
  ].join('')
  return [
    `<article class="piece"><a class="piece-link" href="${escaped(piece.href)}"><span class="piece-picture">`,
    photoMarkup(piece.photo, { sizes, alt, isEager: eager === true }),
    `</span><${heading} class="piece-name"${langMarkup(piece.titleLang)}>${titleMarkup(piece.title)}</${heading}></a>`,
    tabMarkup(tab),
    `<p class="piece-by"${langMarkup(piece.byLang)}>${escaped(piece.by)}</p>`,
    `<p class="piece-facts"><span class="nowrap">${priceMarkup(piece.priceFen, locale)}`,
    piece.priceNote ? `<small class="tiny quiet"> ${escaped(piece.priceNote)}</small>` : '',
    `</span>${piece.when ? whenMarkup(piece.when) : ''}</p>`,
    rest === '' ? '' : `<p class="piece-facts tiny quiet">${rest}</p>`,
    '</article>',
  ].join('')
}

function titleMarkup(title: string): string {
  const words = chineseWords(title).map(escaped)
  return words.length === 1 ? words.join('') : `<span class="break-keep">${words.join('<wbr/>')}</span>`
}

function langMarkup(lang: UiLocale | undefined): string {
  return lang ? ` lang="${lang}"` : ''
}

function photoMarkup(
  photo: PhotoData,
  { sizes, alt, isEager }: { sizes: string; alt: string; isEager: boolean },
): string {
  const onPhones = escaped(withPhones(sizes))
  const source = (type: string, files: PhotoData['webp'] | undefined) =>
    files && files.length > 0
      ? `<source type="image/${type}" srcSet="${escaped(sourceSet(files))}" sizes="${onPhones}"/>`
      : ''
  return [
    '<picture class="photo">',
    source('avif', photo.avif),
    source('webp', photo.webp),
    `<img${srcMarkup(photo)} srcSet="${escaped(sourceSet(photo.jpeg))}" sizes="${escaped(sizes)}" alt="${escaped(alt)}"`,
    ` width="${photo.width}" height="${photo.height}" loading="${isEager ? 'eager' : 'lazy'}" decoding="async"`,
    isEager ? ' fetchpriority="high"' : '',
    '/></picture>',
  ].join('')
}

function srcMarkup(photo: PhotoData): string {
  const file = fallbackOf(photo)
  return file ? ` src="${escaped(file.src)}"` : ''
}

function tabMarkup({ id, form, value, isKept, text, label }: CellData['tab']): string {
  return [
    `<button type="submit" id="${escaped(id)}" form="${escaped(form)}" name="mark" value="${escaped(value)}"`,
    ` class="${isKept ? 'keep-tab marked' : 'keep-tab'}" aria-label="${escaped(label)}">`,
    `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${iconStroke('heart')}"></path></svg>`,
    `<span>${escaped(text)}</span></button>`,
  ].join('')
}

function priceMarkup(fen: number, locale: UiLocale): string {
  const { minus, sign, figures } = priceParts(fen, 'shop', locale)
  return `<span class="price">${minus}<span class="price-sign">${sign}</span>${figures}</span>`
}

function whenMarkup({ kind, text }: When): string {
  return `<span class="when when-${kind}"><i class="when-sign" aria-hidden="true"></i>${escaped(text)}</span>`
}
