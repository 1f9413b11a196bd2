/** What an administrator can switch off, and on again, without a new version of the shop: questions about pieces, applications of new makers, payment by bank transfer. */
export const features = ['questions', 'joining', 'transfers'] as const
export type Feature = (typeof features)[number]

/** The setting behind a switch: 1 on, 0 off. */
export const featureKey = (feature: Feature) => `features.${feature}` as const
