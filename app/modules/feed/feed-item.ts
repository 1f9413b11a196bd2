/** What a product feed says of one variant on sale. Amounts in fen. */
export type FeedItem = {
  /** the piece's number, with the variant's when there are several; stays the same for the variant's life */
  id: string
  /** the piece's number when it has several variants */
  groupId: string | null
  title: string
  description: string
  address: string
  /** addresses, the first is the one shown */
  pictures: string[]
  isAvailable: boolean
  priceFen: number
  /** postage of one inside mainland China */
  postageFen: number
  /** who makes it */
  brand: string
  craft: string
  material: string
  weightGrams: number | null
  /** working days until it leaves */
  shipDays: number
}

/** The columns of Google Merchant Center's product data specification (support.google.com/merchants/answer/7052112), in their order. */
export const feedColumns = [
  'id',
  'item_group_id',
  'title',
  'description',
  'link',
  'image_link',
  'additional_image_link',
  'availability',
  'price',
  'condition',
  'brand',
  'identifier_exists',
  'product_type',
  'material',
  'shipping_weight',
  'shipping',
  'max_handling_time',
] as const

export type FeedColumn = (typeof feedColumns)[number]

/** limits of the specification, in characters */
const longestTitle = 150
const longestText = 5000
const longestMaterial = 200

/** The values of an item by column; a column it has nothing for is missing. What is made to order is in stock there, its handling time says when it leaves: `backorder` is for what is out of stock for now, `preorder` for what is not released yet (Google Merchant Center Help, answers 6324448 and 6324470). */
export function feedValues(item: FeedItem): Partial<Record<FeedColumn, string>> {
  const [picture = '', ...further] = item.pictures
  return {
    id: item.id,
    ...(item.groupId === null ? {} : { item_group_id: item.groupId }),
    title: cut(item.title, longestTitle),
    description: cut(item.description, longestText),
    link: item.address,
    image_link: picture,
    ...(further.length > 0 ? { additional_image_link: further.join(',') } : {}),
    availability: item.isAvailable ? 'in_stock' : 'out_of_stock',
    price: amount(item.priceFen),
    condition: 'new',
    brand: item.brand,
    identifier_exists: 'no',
    product_type: item.craft,
    material: cut(item.material, longestMaterial),
    ...(item.weightGrams === null ? {} : { shipping_weight: `${item.weightGrams} g` }),
    shipping: `CN:::${amount(item.postageFen)}`,
    max_handling_time: String(item.shipDays),
  }
}

function amount(fen: number): string {
  return `${(fen / 100).toFixed(2)} CNY`
}

/** Cut between characters, never inside one, and without the signs that XML cannot hold. */
function cut(text: string, longest: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what must go
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return [...clean].slice(0, longest).join('')
}
