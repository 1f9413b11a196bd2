/** What she may agree to being shown in public, each alone; purpose of the Consent and kind of its text. */
export const publicConsents = ['public_name', 'public_story', 'public_photo', 'public_voice'] as const
export type PublicConsent = (typeof publicConsents)[number]
