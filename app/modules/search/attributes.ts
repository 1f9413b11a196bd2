import type { MessageKey } from '~/platform/i18n/translate'

/** What a piece is made of. */
export const materials = [
  'nylon',
  'cotton',
  'linen',
  'silk',
  'satin',
  'wool',
  'acrylic',
  'glass',
  'wood',
  'seed',
  'metal',
  'enamel',
  'gourd',
  'herb',
  'paint',
] as const
export type Material = (typeof materials)[number]

/** The colours that strike the eye; several where none leads. */
export const colours = [
  'red',
  'pink',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'indigo',
  'purple',
  'brown',
  'black',
  'white',
] as const
export type Colour = (typeof colours)[number]

/** What people look for it for. */
export const occasions = [
  'wedding',
  'spring-festival',
  'dragon-boat',
  'birthday',
  'baby',
  'new-home',
  'keepsake',
  'wear',
] as const
export type Occasion = (typeof occasions)[number]

export const materialTitle = {
  nylon: 'shop.materialNylon',
  cotton: 'shop.materialCotton',
  linen: 'shop.materialLinen',
  silk: 'shop.materialSilk',
  satin: 'shop.materialSatin',
  wool: 'shop.materialWool',
  acrylic: 'shop.materialAcrylic',
  glass: 'shop.materialGlass',
  wood: 'shop.materialWood',
  seed: 'shop.materialSeed',
  metal: 'shop.materialMetal',
  enamel: 'shop.materialEnamel',
  gourd: 'shop.materialGourd',
  herb: 'shop.materialHerb',
  paint: 'shop.materialPaint',
} as const satisfies Record<Material, MessageKey>

export const colourTitle = {
  red: 'shop.colourRed',
  pink: 'shop.colourPink',
  orange: 'shop.colourOrange',
  yellow: 'shop.colourYellow',
  green: 'shop.colourGreen',
  teal: 'shop.colourTeal',
  blue: 'shop.colourBlue',
  indigo: 'shop.colourIndigo',
  purple: 'shop.colourPurple',
  brown: 'shop.colourBrown',
  black: 'shop.colourBlack',
  white: 'shop.colourWhite',
} as const satisfies Record<Colour, MessageKey>

export const occasionTitle = {
  wedding: 'shop.occasionWedding',
  'spring-festival': 'shop.occasionSpringFestival',
  'dragon-boat': 'shop.occasionDragonBoat',
  birthday: 'shop.occasionBirthday',
  baby: 'shop.occasionBaby',
  'new-home': 'shop.occasionNewHome',
  keepsake: 'shop.occasionKeepsake',
  wear: 'shop.occasionWear',
} as const satisfies Record<Occasion, MessageKey>
